"""Python numbers that a graph has kept."""

import pytest
from described import dense, evidence, fit, model, numbers
from looped import traced

from etude.diagnoses.catalogue import value_frozen_in_graph as diagnosis

PROGRAM = """\
{before}
@tf.function
def step({parameters}):
    return rate * weight
for epoch in range(9):
    {change}
    step()
"""


def _program(before: str = "rate = 0.1", change: str = "rate = 0.0", parameters: str = "") -> str:
    return PROGRAM.format(before=before, change=change, parameters=parameters)


@pytest.mark.parametrize(
    "change", ["rate = 0.0", "rate *= 0.5", "rate = min(1.0, epoch / 9)", "rate = 0.1 * 0.9**epoch"]
)
def test_fires_where_the_graph_reads_the_number(change: str) -> None:
    seen = evidence(program=_program(change=change), calls=[traced(defined=2, calls=5, traces=1)])

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 4
    assert "line 6 changes it" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        _program(before="rate = tf.Variable(0.1)", change="rate.assign(0.0)"),
        _program(change="other = 0.0"),
        _program(parameters="rate"),
        _program(before="rate = tf.constant(0.1)", change="rate = tf.constant(0.0)"),
        _program(change="pass") + "def other():\n    rate = 0.0\n",
    ],
)
def test_is_silent_on_tensors_parameters_and_other_names(program: str) -> None:
    seen = evidence(program=program, calls=[traced(defined=2, calls=5, traces=1)])

    assert diagnosis.match(seen) is None


def test_fires_where_the_first_call_alone_was_traced_twice() -> None:
    calls = [traced(defined=2, calls=count, traces=2) for count in (2, 5)]

    assert diagnosis.match(evidence(program=_program(), calls=calls)) is not None


def test_is_silent_when_it_was_traced_anew() -> None:
    seen = evidence(program=_program(), calls=[traced(defined=2, calls=5, traces=2)])

    assert diagnosis.match(seen) is None


MODEL = """\
import keras
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.beta = {made}
    def train_step(self, x):
        return self.beta * self.loss_of(x)
class Warm(keras.callbacks.Callback):
    def on_epoch_begin(self, epoch, logs=None):
        {change}
model.fit(x{eagerly})
"""


def _model(made: str = "0.0", change: str = "self.model.beta = epoch / 9", more: str = "") -> str:
    return MODEL.format(made=made, change=change, eagerly=more)


RUN = fit(model(dense(1)), labels=numbers(0.0, 1.0))


def test_fires_where_a_model_reads_what_a_callback_changes() -> None:
    finding = diagnosis.match(evidence(program=_model(), fits=[RUN]))

    assert finding is not None
    assert finding.line == 7
    assert "line 10 changes it" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        _model(made="keras.Variable(0.0)", change="self.model.beta.assign(epoch / 9)"),
        _model(change="self.model.gamma = epoch / 9"),
        _model(change="print(self.model.beta)"),
        _model(more=", run_eagerly=True"),
    ],
    ids=["a variable", "another", "only read", "without a graph"],
)
def test_is_silent_on_a_model_that(program: str) -> None:
    assert diagnosis.match(evidence(program=program, fits=[RUN])) is None

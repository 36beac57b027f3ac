"""A tf.Variable that Keras does not know."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import variable_not_tracked as diagnosis

PROGRAM = """\
import keras
import tensorflow as tf
class Slope({base}):
    def build(self, shape):
        self.slope = {made}
    def call(self, inputs):
        return self.slope * inputs
{more}
"""


def _program(
    base: str = "keras.layers.Layer", made: str = "tf.Variable(1.0)", more: str = ""
) -> str:
    return PROGRAM.format(base=base, made=made, more=more)


@pytest.mark.parametrize("base", ["keras.layers.Layer", "keras.Model", "tf.keras.layers.Layer"])
def test_fires_where_the_variable_is_made(base: str) -> None:
    finding = diagnosis.match(evidence(program=_program(base)))

    assert finding is not None
    assert finding.line == 5
    assert "self.slope of Slope is a tf.Variable" in finding.evidence


def test_fires_when_the_number_is_only_printed() -> None:
    program = _program(more="print(model.layers[0].slope.numpy())")

    assert diagnosis.match(evidence(program=program)) is not None


@pytest.mark.parametrize(
    "program",
    [
        _program(made="self.add_weight(shape=())"),
        _program(made="keras.Variable(1.0)"),
        _program(made="tf.Variable(1.0, trainable=False)"),
        _program(base="tf.Module"),
        _program(more="        self.slope.assign_add(1.0)"),
        _program(more="weights = [*model.trainable_variables, model.layers[0].slope]"),
    ],
)
def test_is_silent_on_what_keras_knows_or_the_program_handles(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


@pytest.mark.parametrize(
    ("made", "more"),
    [
        ("[tf.Variable(1.0) for _ in range(3)]", ""),
        ("[tf.Variable(1.0), tf.Variable(2.0)]", ""),
        ("[]\n        self.slope.append(tf.Variable(1.0))", ""),
    ],
    ids=["a comprehension", "a list", "appended"],
)
def test_fires_on_variables_in_a_list(made: str, more: str) -> None:
    finding = diagnosis.match(evidence(program=_program(made=made, more=more)))

    assert finding is not None
    assert "self.slope of Slope" in finding.evidence


def test_is_silent_on_weights_of_keras_in_a_list() -> None:
    program = _program(made="[self.add_weight(shape=(1,)) for _ in range(3)]")

    assert diagnosis.match(evidence(program=program)) is None

"""Gradients that no optimizer gets."""

import pytest
from described import evidence
from looped import applied, gradient, traced
from trained import trained

from etude.diagnoses.catalogue import gradients_not_applied as diagnosis

PROGRAM = "optimizer = keras.optimizers.SGD(0.1)\n"


def test_fires_at_the_gradient_of_a_loop() -> None:
    calls = [gradient(line=7) for _ in range(4)]

    finding = diagnosis.match(evidence(calls=calls, program=PROGRAM))

    assert finding is not None
    assert finding.line == 7
    assert "the optimizer of line 1 never got them" in finding.evidence


def test_is_silent_when_steps_are_taken() -> None:
    calls = [gradient(line=7) for _ in range(4)]

    assert diagnosis.match(evidence(calls=[*calls, applied()], program=PROGRAM)) is None
    by_hand = PROGRAM + "weight.assign_sub(0.1 * slope)\n"
    assert diagnosis.match(evidence(calls=calls, program=by_hand)) is None


IN_FIT = """\
class Own(keras.Model):
    def train_step(self, data):
        gradients = tape.gradient(loss, self.trainable_variables)
        {step}
"""


def test_fires_in_a_train_step_that_takes_no_step() -> None:
    program = IN_FIT.format(step="return {}")
    seen = evidence(fits=[trained()], calls=[gradient(line=3)], program=program)

    finding = diagnosis.match(seen)

    assert finding is not None
    assert finding.line == 3
    assert "train_step computes the gradients" in finding.evidence


def test_is_silent_in_a_train_step_that_takes_one_and_elsewhere_in_fit() -> None:
    steps = IN_FIT.format(step="self.optimizer.apply(gradients)")
    callback = IN_FIT.format(step="return {}").replace("train_step", "on_epoch_end")

    for program in (steps, callback):
        seen = evidence(fits=[trained()], calls=[gradient(line=3)], program=program)
        assert diagnosis.match(seen) is None


def test_is_silent_on_a_single_look_and_without_an_optimizer() -> None:
    assert diagnosis.match(evidence(calls=[gradient()], program=PROGRAM)) is None
    assert diagnosis.match(evidence(calls=[gradient()] * 4, program="x = 1\n")) is None


def test_is_silent_when_the_run_ended_in_an_error() -> None:
    calls = [gradient(line=7) for _ in range(4)]

    assert diagnosis.match(evidence(calls=calls, program=PROGRAM, error="x")) is None


COMPILED = """\
@tf.function
def step(batch):
    def replica(x, y):
        gradients = tape.gradient(loss, {of})
    strategy.run(replica, args=batch)
"""


@pytest.mark.parametrize("defined", [2, 3], ids=["at the mark", "at the name"])
def test_fires_in_a_compiled_step_that_ran_again_and_again(defined: int) -> None:
    program = PROGRAM + COMPILED.format(of="model.trainable_variables")
    ran = traced(defined=defined, calls=5, traces=1)

    finding = diagnosis.match(evidence(calls=[ran], program=program))

    assert finding is not None
    assert finding.line == 5


def test_is_silent_on_compiled_gradients_in_something_else() -> None:
    program = PROGRAM + COMPILED.format(of="picture")
    ran = traced(defined=2, calls=5, traces=1)

    assert diagnosis.match(evidence(calls=[ran], program=program)) is None

"""Schedules that multiply what is multiplied already."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import schedule_compounds as diagnosis

USED = "callback = LearningRateScheduler({given})\n"


def scheduled(body: str) -> str:
    return f"def decay(epoch, lr):\n{body}\n" + USED.format(given="decay")


@pytest.mark.parametrize(
    "result",
    [
        "lr * 0.9 ** epoch",
        "0.5 ** (epoch // 10) * lr",
        "lr * tf.math.exp(-0.1 * epoch)",
        "lr / (1 + 0.1 * epoch)",
        "lr if epoch < 5 else lr * 0.9 ** (epoch - 5)",
    ],
)
def test_fires_at_the_result(result: str) -> None:
    finding = diagnosis.match(evidence(program=scheduled(f"    return {result}")))

    assert finding is not None
    assert finding.line == 2


def test_fires_on_a_lambda_and_on_a_factor_with_a_name() -> None:
    lambda_alone = USED.format(given="lambda epoch, lr: lr * 0.95 ** epoch")
    named = scheduled("    factor = 0.9 ** epoch\n    return lr * factor")

    assert diagnosis.match(evidence(program=lambda_alone)) is not None
    assert diagnosis.match(evidence(program=named)) is not None


def test_fires_where_the_rate_of_now_has_another_name() -> None:
    renamed = "    initial = lr\n    step = (1 + epoch) // 5\n    return initial * 0.9 ** step"
    finding = diagnosis.match(evidence(program=scheduled(renamed)))

    assert finding is not None
    assert finding.line == 4
    assert "the rate of now, initial, which is lr," in finding.evidence


OWN = """\
class Slower(keras.callbacks.LearningRateScheduler):
    def __init__(self, drop):
        self.drop = drop
        super().__init__(self.decay, verbose=1)

    def decay(self, epoch, lr):
        step = math.floor(epoch / 5)
        new_lr = {rate} * math.pow(self.drop, step)
        return new_lr
"""


def test_fires_on_a_method_that_a_class_of_its_own_hands_on() -> None:
    finding = diagnosis.match(evidence(program=OWN.format(rate="lr")))

    assert finding is not None
    assert finding.line == 8
    assert diagnosis.match(evidence(program=OWN.format(rate="self.initial"))) is None


def test_tells_how_far_the_rate_fell() -> None:
    rates = [{"learning_rate": 1e-3}, {"learning_rate": 1e-7}]
    trained = replace(fit(model(dense(1)), labels=integers(0, 1)), epochs=rates)

    finding = diagnosis.match(
        evidence(fits=[trained], program=scheduled("    return lr * 0.1 ** epoch"))
    )

    assert finding is not None
    assert "from 0.001 to 1e-07" in finding.evidence


@pytest.mark.parametrize(
    "result",
    [
        "0.001 * 0.9 ** epoch",
        "lr * 0.9",
        "lr * 0.5 if epoch % 10 == 0 else lr",
        "lr * tf.math.exp(-0.1)",
        "BASE / (1 + epoch)",
    ],
)
def test_is_silent_on(result: str) -> None:
    assert diagnosis.match(evidence(program=scheduled(f"    return {result}"))) is None


def test_is_silent_on_a_function_that_no_callback_has() -> None:
    program = "def decay(epoch, lr):\n    return lr * 0.9 ** epoch\n"

    assert diagnosis.match(evidence(program=program)) is None

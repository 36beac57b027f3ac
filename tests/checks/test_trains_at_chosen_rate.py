"""The last training must run at the rate that the program's own test has found."""

from typing import Any

import pytest

from etude.checks.trains_at_chosen_rate import TrainsAtChosenRate
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = TrainsAtChosenRate(of=Name(name="model"))
PROGRAM = """\
import keras
import numpy as np
x = np.linspace(0, 1, 16).reshape(16, 1)
def trained(rate, epochs):
    keras.utils.set_random_seed(1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    rates = keras.callbacks.LearningRateScheduler(rate)
    return model, model.fit(x, x, epochs=epochs, callbacks=[rates], verbose=0).history
_, tried = trained(lambda epoch: 0.001 * 4**epoch, 7)
best = tried["learning_rate"][int(np.nanargmin(tried["loss"]))]
model, _ = trained(lambda epoch: best / {divisor}, 2)
"""


def training(rates: list[float], losses: list[float | None]) -> dict[str, Any]:
    epochs = [
        {"learning_rate": rate, "loss": loss} for rate, loss in zip(rates, losses, strict=True)
    ]
    return {"line": 8, "epochs": epochs}


TEST = training([0.01, 0.02, 0.04, 0.08, 0.16], [3.0, 2.0, 1.0, 4.0, None])


def judged(*trainings: dict[str, Any]) -> Any:
    return CHECK.judge({"trainings": list(trainings)})


def test_a_tenth_of_the_best_rate_passes() -> None:
    assert judged(TEST, training([0.004, 0.004], [1.0, 0.9])).status is Status.PASSED


def test_another_rate_is_told_at_its_training() -> None:
    verdict = judged(TEST, training([0.04, 0.04], [1.0, 0.9]))

    assert "at a rate of 0.004" in verdict.expected
    assert verdict.received == "a rate of 0.04"
    assert verdict.line == 8


def test_a_program_without_a_test_before_its_last_training_is_told() -> None:
    assert judged().received.startswith("0 trainings")
    assert judged(TEST).received.startswith("1 trainings, none of them")


@pytest.mark.tensorflow
@pytest.mark.parametrize(("divisor", "status"), [(10, Status.PASSED), (1, Status.FAILED)])
def test_reads_the_rates_of_both_trainings(probe: Any, divisor: int, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(divisor=divisor))).status is status

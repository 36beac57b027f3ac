"""The learning rate must not grow any more when the training ends."""

from typing import Any

import pytest

from etude.checks.rate_stops_growing import RateStopsGrowing
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = RateStopsGrowing(of=Name(name="model"))
PROGRAM = """\
import keras
import numpy as np
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
rates = keras.callbacks.LearningRateScheduler(lambda epoch: {rate})
model.fit(np.ones((4, 1)), np.ones(4), epochs=4, callbacks=[rates], verbose=0)
"""


def trained(*rates: float | None) -> Any:
    epochs = [{} if rate is None else {"learning_rate": rate} for rate in rates]
    return CHECK.judge({"trainings": [{"line": 9, "epochs": epochs}]})


@pytest.mark.parametrize(
    "rates", [(0.1, 0.1), (0.001, 0.01, 0.1, 0.1), (0.01, 0.1, 0.05), (0.1,), (None, None)]
)
def test_rates_that_stay_or_fall_at_last_pass(rates: tuple[float | None, ...]) -> None:
    assert trained(*rates).status is Status.PASSED


def test_a_rate_that_still_grows_is_told_at_the_training() -> None:
    verdict = trained(0.001, 0.01, 0.1)

    assert verdict.received == "0.001 in epoch 1, 0.01 in epoch 2, and 0.1 in epoch 3"
    assert verdict.line == 9


def test_no_training_is_told() -> None:
    assert CHECK.judge({"trainings": []}).received == "no call of fit"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("rate", "status"), [("0.01 * 2**epoch", Status.FAILED), ("0.1 / 2**epoch", Status.PASSED)]
)
def test_reads_the_rates_of_a_training(probe: Any, rate: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(rate=rate))).status is status

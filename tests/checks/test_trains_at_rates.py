"""Learning rates of a training, epoch by epoch."""

import pytest

from etude.checks.trains_at_rates import TrainsAtRates
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = TrainsAtRates(of=Call(function="train"), rates=[0.1, 0.01, 0.001])
PROGRAM = """\
import keras
import numpy as np


def train():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    {}
    return model.fit(np.ones((4, 1)), np.ones(4), epochs={}, callbacks={}, verbose=0)
"""
FALLING = "fall = keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 * 10.0**-epoch)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("line", "epochs", "callbacks", "received"),
    [
        (FALLING, 3, "[fall]", ""),
        (FALLING, 3, "None", "0.1"),
        (FALLING, 2, "[fall]", "2 epochs"),
        (FALLING.replace("10.0**", "5.0**"), 3, "[fall]", "0.02"),
    ],
    ids=["as asked", "not passed", "too few epochs", "another factor"],
)
def test_compares_with_the_rates_of_the_optimizer(  # type: ignore[no-untyped-def]
    probe, line: str, epochs: int, callbacks: str, received: str
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(line, epochs, callbacks)))

    assert (verdict.status is Status.PASSED) == (received == "")
    assert verdict.received == received


def test_fails_without_any_training() -> None:
    assert CHECK.judge({"trainings": []}).received == "no call of fit"

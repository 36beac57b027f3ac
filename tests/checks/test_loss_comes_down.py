"""The training loss must come below a stated value."""

import math
from typing import Any

import pytest

from etude.checks.loss_comes_down import LossComesDown
from etude.domain.verdict import Status

CHECK = LossComesDown(name="loss", below=0.9, guessing=math.log(3))
PROGRAM = """
import keras, numpy as np
x = np.ones((8, 1), "float32")
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile(optimizer="sgd", loss="mse")
model.fit(x, 100 * x, epochs=1, verbose=0)
model.fit(x, x, epochs=3, verbose=0)
"""


@pytest.mark.parametrize("losses", [[1.1, 0.8], [0.5, 1.2], [9000.0, 1.1, 0.89]])
def test_one_epoch_below_is_enough(losses: list[float]) -> None:
    assert CHECK.judge({"losses": losses}).status is Status.PASSED


def test_a_loss_that_stays_is_told_with_first_last_and_lowest() -> None:
    verdict = CHECK.judge({"losses": [8556.0, 1.1, 1.09, 1.095]})

    assert verdict.expected == "a training loss below 0.9 (guessing gives 1.10)"
    assert verdict.received == (
        "8556 in the first epoch, 1.095 in the last of 4, 1.09 at its lowest"
    )


def test_a_loss_that_nobody_comes_to_who_does_not_know_the_answers_is_told() -> None:
    check = LossComesDown(name="loss", below=2.6, above=0.5)

    verdict = check.judge({"losses": [3.1, 0.4, 0.01]})

    assert verdict.expected == "a training loss below 2.6, and not below 0.5"
    assert verdict.received == "3.1 in the first epoch, 0.01 in the last of 3, 0.01 at its lowest"
    assert "among its inputs" in verdict.attempt
    assert check.judge({"losses": [3.1, 2.0]}).status is Status.PASSED


@pytest.mark.parametrize("losses", [[math.nan] * 3, [0.5, math.nan], [math.inf, 1.0]])
def test_a_loss_that_is_no_number_does_not_pass(losses: list[float]) -> None:
    assert CHECK.judge({"losses": losses}).status is Status.FAILED


def test_no_training_is_told() -> None:
    assert CHECK.judge({"losses": []}).received == "no epoch of training"


@pytest.mark.parametrize("losses", [[1.1, 0.7, 0.8], [1.1, 0.95, math.nan]])
def test_the_lowest_loss_is_measured_whether_it_passes_or_not(losses: list[float]) -> None:
    assert CHECK.judge({"losses": losses}).measured == {"loss": min(losses[:2])}


def test_without_a_loss_nothing_is_measured() -> None:
    assert CHECK.judge({"losses": [math.nan]}).measured == {}


@pytest.mark.tensorflow
def test_the_probe_reads_the_last_training(probe: Any) -> None:
    assert len(probe(CHECK, PROGRAM)["losses"]) == 3

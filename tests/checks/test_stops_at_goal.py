"""A training that ends where it has reached its goal."""

from typing import Any

import pytest

from etude.checks.stops_at_goal import StopsAtGoal
from etude.checks.values import Call, Name
from etude.domain.verdict import Status

CHECK = StopsAtGoal(of=Name(name="history"), monitor="val_accuracy", goal=0.8, name="stops")


def _facts(*values: float, asked: int = 5, name: str = "val_accuracy") -> dict[str, Any]:
    return {"training": {"line": 3, "asked": asked, "epochs": [{name: value} for value in values]}}


def test_passes_the_first_epoch_that_reaches_it_and_a_training_that_never_does() -> None:
    assert CHECK.judge(_facts(0.5, 0.7, 0.8)).status is Status.PASSED
    assert CHECK.judge(_facts(0.5, 0.6, 0.7, 0.7, 0.7)).status is Status.PASSED


def test_fails_a_training_that_goes_on() -> None:
    verdict = CHECK.judge(_facts(0.5, 0.81, 0.7, 0.9))

    assert verdict.expected == "the end after epoch 2, where val_accuracy is 0.810"
    assert verdict.received == "4 epochs, with val_accuracy 0.500, 0.810, 0.700, 0.900"
    assert verdict.line == 3


def test_fails_a_training_that_ends_before() -> None:
    verdict = CHECK.judge(_facts(0.5, 0.7))

    assert verdict.expected == "all 5 epochs, since no val_accuracy reaches 0.8"


def test_as_many_epochs_as_are_asked_for_are_run_when_the_goal_is_never_reached() -> None:
    check = StopsAtGoal(of=Name(name="h"), monitor="val_accuracy", goal=0.8, epochs=5)

    assert check.judge(_facts(0.5, 0.7, asked=2)).expected.startswith("all 5 epochs")


def test_fails_without_the_log_or_without_fit() -> None:
    assert CHECK.judge(_facts(0.5, name="loss")).received == "loss"
    assert CHECK.judge({"training": None}).received == "no call of fit"


def test_a_loss_reaches_its_goal_from_above() -> None:
    check = StopsAtGoal(of=Name(name="h"), monitor="loss", goal=0.5, at_most=True)

    assert check.judge(_facts(0.9, 0.4, name="loss")).status is Status.PASSED
    assert check.judge(_facts(0.9, 0.4, 0.3, name="loss")).status is Status.FAILED


@pytest.mark.tensorflow
def test_looks_at_what_fit_logged(probe: Any) -> None:
    program = """\
import keras
import numpy as np
class Stop(keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs=None):
        self.model.stop_training = epoch == 1
def train():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(loss="mse")
    x = np.ones((8, 1))
    return model.fit(x, x, epochs=4, callbacks=[Stop()], verbose=0)
"""
    check = StopsAtGoal(of=Call(function="train"), monitor="loss", goal=-1.0, at_most=True)

    assert "2 epochs" in check.judge(probe(check, program)).received

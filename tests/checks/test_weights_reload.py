"""A weights file fits a model that is built anew, and holds trained weights."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.values import Arrays, Call, SmallModel
from etude.checks.weights_reload import WeightsReload
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
MODEL = SmallModel(shape=(3,), classes=2)
CHECK = WeightsReload(
    of=Call(function="train", args=(MODEL,)),
    model=MODEL,
    path="best.weights.h5",
    inputs=Arrays(shape=(4, 3)),
    name="reloads",
)


def test_trained_weights_pass() -> None:
    assert CHECK.judge({"finite": True, "change": 0.1}).status is Status.PASSED


def test_a_missing_file_is_told_with_those_that_are_there() -> None:
    verdict = CHECK.judge({"missing": True, "there": ["best.h5", "folder/other.keras"]})

    assert verdict.expected == "a file best.weights.h5 after training"
    assert verdict.received == "the files best.h5, folder/other.keras"


def test_without_any_file_the_verdict_says_so() -> None:
    assert CHECK.judge({"missing": True, "there": []}).received == "no weights file"


def test_first_weights_fail() -> None:
    verdict = CHECK.judge({"finite": True, "change": 0.0})

    assert verdict.received == "the weights that the model had before training"


def test_weights_that_are_nan_fail() -> None:
    verdict = CHECK.judge({"finite": False, "change": float("nan")})

    assert verdict.received == "predictions of NaN"


@pytest.mark.tensorflow
def test_weights_of_the_same_model_are_found_and_differ_from_the_first(probe: Probe) -> None:
    found = probe(CHECK, """
def train(model):
    model.set_weights([weight + 1 for weight in model.get_weights()])
    model.save_weights("best.weights.h5")
""")  # fmt: skip

    assert CHECK.judge(found).status is Status.PASSED


@pytest.mark.tensorflow
def test_weights_of_another_model_are_the_learners_mistake(probe: Probe) -> None:
    found = probe(CHECK, """
import keras
def train(model):
    other = keras.Sequential([keras.Input((3,)), keras.layers.Dense(7)])
    other.save_weights("best.weights.h5")
""")  # fmt: skip

    assert found["error"]["type"] == "ValueError"


@pytest.mark.tensorflow
def test_a_file_elsewhere_is_pointed_at(probe: Probe) -> None:
    found = probe(CHECK, """
import os
def train(model):
    os.makedirs("kept")
    model.save_weights("kept/best.weights.h5")
""")  # fmt: skip

    assert CHECK.judge(found).received == "the files kept/best.weights.h5"

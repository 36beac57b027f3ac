"""A function returns the history of a training."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.returns_history import ReturnsHistory
from etude.checks.values import Call
from etude.domain.verdict import Status

TRAIN = Call(function="train")
NAMES = ("loss", "val_loss")

MODEL = """
import keras, numpy as np
x = np.linspace(0, 1, 8, dtype="float32").reshape(8, 1)
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
def fit(**more):
    return model.fit(x, x, epochs=2, validation_data=(x / 2, x), verbose=0, **more)
"""


def check(**fields: Any) -> ReturnsHistory:
    given = {"of": TRAIN, "series": NAMES, "most_epochs": 3, "name": "history"}
    return ReturnsHistory(**(given | fields))


def facts(lengths: Mapping[str, int] | None, kind: str = "History") -> dict[str, Any]:
    return {"returned": {"type": kind, "function": "train"}, "lengths": lengths, "line": 7}


def test_a_history_with_the_asked_series_passes() -> None:
    verdict = check().judge(facts({"loss": 3, "val_loss": 3, "accuracy": 3}))

    assert verdict.status is Status.PASSED


def test_none_is_told_as_what_it_is_with_the_line_of_fit() -> None:
    verdict = check().judge(facts(None, "NoneType"))

    assert verdict.status is Status.FAILED
    assert verdict.received == "None"
    assert "return history" in verdict.attempt
    assert verdict.line == 7


def test_another_object_is_named_by_its_class() -> None:
    assert check().judge(facts(None, "Sequential")).received == "an object of class Sequential"


def test_a_missing_series_is_named_beside_those_that_are_there() -> None:
    verdict = check().judge(facts({"loss": 3, "accuracy": 3}))

    assert verdict.expected == "a history with loss, val_loss"
    assert verdict.received == "loss, accuracy; no val_loss"


def test_too_many_epochs_fail() -> None:
    verdict = check().judge(facts({"loss": 4, "val_loss": 4}))

    assert verdict.expected == "at most 3 epochs"
    assert verdict.received == "4 epochs"


@pytest.mark.tensorflow
@pytest.mark.parametrize("returned", ["fit()", "fit().history", "dict(fit().history)"])
def test_the_object_and_its_dict_are_both_accepted(
    returned: str, probe: Callable[..., Mapping[str, Any]]
) -> None:
    found = probe(check(), MODEL + f"def train():\n    return {returned}\n")

    assert found["lengths"] == {"loss": 2, "val_loss": 2}
    assert check().judge(found).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_function_that_returns_nothing_fails_at_its_fit(
    probe: Callable[..., Mapping[str, Any]],
) -> None:
    found = probe(check(), MODEL + "def train():\n    fit()\n")

    verdict = check().judge(found)
    assert verdict.received == "None"
    assert verdict.line == 7

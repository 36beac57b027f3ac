"""A model must be the chain of the parts that it is said to be made of."""

from typing import Any

import pytest

from etude.checks.made_of import MadeOf
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Status

CHECK = MadeOf(
    whole=Name(name="both"),
    parts=(Name(name="first"), Name(name="second")),
    inputs=Arrays(shape=(3, 5)),
)
PROGRAM = """\
import keras
from keras import layers
start = keras.Input((5,))
first = keras.Model(start, layers.Dense(2)(start))
middle = keras.Input((2,))
second = keras.Model(middle, layers.Dense(4)(middle))
"""


def facts(*parts: str, apart: float = 0.0) -> dict[str, Any]:
    return {"apart": apart, "unshared": {"parts": list(parts), "whole": "both", "line": 7}}


def test_weights_of_its_own_are_told() -> None:
    verdict = CHECK.judge(facts("second"))

    assert verdict.expected == "both(x) is second(first(x)), with the same weights"
    assert verdict.received == "weights of its own in place of those of second"


def test_other_answers_from_the_same_weights_are_told() -> None:
    assert CHECK.judge(facts(apart=0.5)).received == "answers that differ by up to 50.0%"


def test_what_is_no_model_is_told() -> None:
    assert CHECK.judge({"no_model": ["second", "NoneType"]}).received == "None"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("both", "status"),
    [
        ("both = keras.Model(start, second(first(start)))", Status.PASSED),
        ("both = keras.Sequential([first, second])", Status.PASSED),
        ("both = keras.Model(start, layers.Dense(4)(first(start)))", Status.FAILED),
        ("both = keras.Model(start, second(first(start)) + 1)", Status.FAILED),
        ("both = keras.Model(start, first(start))", Status.FAILED),
        ("both = None", Status.FAILED),
    ],
)
def test_asks_the_whole_and_its_parts(probe: Any, both: str, status: Status) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM + both))

    assert verdict.status is status

"""A function returns what it should for given arguments."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from etude.checks.returns_for import ReturnsFor
from etude.checks.values import Call
from etude.domain.verdict import Status

CHECK = ReturnsFor(
    calls=(Call(function="larger", args=(1, 2)), Call(function="larger", args=(4, 3))),
    equals=(2, 4),
    does="larger gives the larger one",
    name="returns",
)


def test_the_right_values_pass() -> None:
    assert CHECK.judge({"gave": [2, 4]}).status is Status.PASSED


def test_the_first_wrong_one_is_told() -> None:
    verdict = CHECK.judge({"gave": [2, 3]})

    assert verdict.expected == "larger(...) returns 4"
    assert verdict.received == "3"


@pytest.mark.tensorflow
def test_numbers_of_numpy_are_numbers(probe: Callable[..., Mapping[str, Any]]) -> None:
    found = probe(CHECK, "import numpy as np\ndef larger(a, b): return np.maximum(a, b)\n")

    assert found["gave"] == [2, 4]

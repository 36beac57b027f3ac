"""A value is the array that is asked for."""

from typing import Any

import numpy as np
import pytest

from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = ReturnsArray(
    name="array",
    of=Name(name="came"),
    equals=[[[0, 0, 0], [255, 255, 255]]],
    what="a black and a white pixel",
    within=1.0,
    attempt="look again",
)


def came(value: Any) -> dict[str, Any]:
    return {"came": np.asarray(value), "type": "ndarray"}


def test_the_array_passes_within_what_is_allowed() -> None:
    assert CHECK.judge(came([[[0, 0.5, 1], [255, 254, 255]]])).status is Status.PASSED


def test_the_first_place_that_differs_is_told() -> None:
    verdict = CHECK.judge(came([[[0, 0, 0], [0, 0, 255]]]))

    assert verdict.status is Status.FAILED
    assert verdict.expected == "a black and a white pixel: [255., 255., 255.] at [0, 1]"
    assert verdict.received == "[  0.,   0., 255.] there; 2 of 6 numbers differ"
    assert verdict.attempt == "look again"


def test_nan_is_another_number() -> None:
    assert CHECK.judge(came([[[0, 0, 0], [np.nan, 255, 255]]])).status is Status.FAILED


def test_another_shape_is_told() -> None:
    verdict = CHECK.judge(came(np.zeros((1, 2, 4))))

    assert verdict.received == "an array of (1, 2, 4)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("tf.constant([[[0, 0, 0], [255, 255, 255]]], tf.uint8)", Status.PASSED),
        ("[[[0, 0, 0], [255, 255, 255]]]", Status.PASSED),
        ("None", Status.FAILED),
        ("'black and white'", Status.FAILED),
    ],
)
def test_takes_arrays_of_any_kind(probe: Any, value: str, status: Status) -> None:
    facts = probe(CHECK, f"import tensorflow as tf\ncame = {value}\n")

    assert CHECK.judge(facts).status is status

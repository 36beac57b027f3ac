"""A value holds the numbers, or the words, that are asked for."""

from typing import Any

import pytest

from etude.checks.returns_array import ReturnsArray
from etude.checks.values import Call, Name
from etude.domain.verdict import Status

ROWS = [[2, 3, 0], [4, 1, 0]]
CHECK = ReturnsArray(of=Name(name="rows"), equals=ROWS, what="the numbers", attempt="count")


def came(values: Any, kind: str = "ndarray") -> dict[str, Any]:
    return {"type": kind, "values": values}


def test_passes_equal_values() -> None:
    assert CHECK.judge(came(ROWS)).status is Status.PASSED


def test_shows_the_first_row_that_differs() -> None:
    verdict = CHECK.judge(came([[2, 3, 0], [4, 5, 0]]))

    assert verdict.status is Status.FAILED
    assert verdict.expected == "rows gives the numbers, in row 1: [4, 1, 0]"
    assert verdict.received == "in row 1: [4, 5, 0]"
    assert verdict.attempt == "count"


def test_of_a_picture_the_first_pixel_that_differs_is_told() -> None:
    black_and_white = [[[0, 0, 0], [255, 255, 255]]]
    check = ReturnsArray(of=Name(name="p"), equals=black_and_white, what="pixels", within=1.0)

    assert check.judge(came([[[0, 0.5, 1], [255, 254, 255]]])).status is Status.PASSED
    assert check.judge(came([[[0, 0, 0], [0, 0, 255]]])).received == "in row 0, 1: [0, 0, 255]"


def test_a_row_that_ends_in_padding_is_told_in_short() -> None:
    check = ReturnsArray(of=Name(name="rows"), equals=[[2, 3, *[0] * 41]], what="the numbers")

    verdict = check.judge(came([[2, 9, *[0] * 41]]))

    assert verdict.expected == "rows gives the numbers, in row 0: [2, 3, 0, 0, ..., 0]"
    assert verdict.received == "in row 0: [2, 9, 0, 0, ..., 0]"


def test_tells_another_shape() -> None:
    verdict = CHECK.judge(came([[2, 3], [4, 1]]))

    assert verdict.expected.endswith("shape (2, 3)")
    assert verdict.received == "shape (2, 2)"


def test_fails_on_what_is_no_array() -> None:
    assert CHECK.judge(came(None, "NoneType")).received == "an object of class NoneType"


def test_nan_is_no_right_number() -> None:
    check = ReturnsArray(of=Name(name="shares"), equals=[0.5], what="shares", within=0.1)

    assert check.judge(came([float("nan")])).status is Status.FAILED
    assert check.judge(came([0.55])).status is Status.PASSED


def test_words_are_compared_as_words() -> None:
    check = ReturnsArray(of=Name(name="words"), equals=["a", "b"], what="words")

    assert check.judge(came(["a", "b"])).status is Status.PASSED
    assert check.judge(came(["a", "c"])).received == "['a', 'c']"
    assert check.judge(came([1, 2])).status is Status.FAILED


def test_another_value_may_be_the_truth() -> None:
    check = ReturnsArray(of=Name(name="one"), same_as=Name(name="other"), what="the same")

    assert check.judge({**came([1.0]), "wanted": [1.0]}).status is Status.PASSED
    assert check.judge({**came([1.0]), "wanted": [2.0]}).status is Status.FAILED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("[[2, 3, 0], [4, 1, 0]]", Status.PASSED),
        ("tf.constant([[2, 3, 0], [4, 1, 0]])", Status.PASSED),
        ("tf.ragged.constant([[2, 3], [4]])", Status.FAILED),
        ("None", Status.FAILED),
        ("'text'", Status.FAILED),
    ],
)
def test_takes_arrays_of_any_kind(  # type: ignore[no-untyped-def]
    probe, value: str, status: Status
) -> None:
    program = f"import tensorflow as tf\nrows = {value}\n"

    assert CHECK.judge(probe(CHECK, program)).status is status


@pytest.mark.tensorflow
def test_asks_what_a_value_gives(probe) -> None:  # type: ignore[no-untyped-def]
    program = "import tensorflow as tf\ndef make():\n    return lambda x: tf.strings.upper(x)\n"
    check = ReturnsArray(of=Call(function="make"), asked=["a"], equals=["A"], what="capitals")

    assert check.judge(probe(check, program)).status is Status.PASSED

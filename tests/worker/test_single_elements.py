"""A generator that is counted gives what it gave."""

from collections.abc import Iterator

import pytest

from etude.worker.recorders.single_elements import MANY, counted


def test_the_elements_stay_the_same_and_many_are_told_once() -> None:
    told: list[float] = []
    passed = counted(lambda end: iter(range(end)), told.append)

    assert list(passed(MANY + 3)) == list(range(MANY + 3))
    assert list(passed(2)) == [0, 1]
    assert len(told) == 1
    assert told[0] >= 0


def test_a_few_are_not_told() -> None:
    told: list[float] = []

    assert len(list(counted(lambda: range(MANY - 1), told.append)())) == MANY - 1
    assert told == []


def test_what_goes_wrong_inside_goes_on() -> None:
    def breaks() -> Iterator[int]:
        yield 1
        raise LookupError("row 2")

    passed = counted(breaks, lambda seconds: None)()

    assert next(passed) == 1
    with pytest.raises(LookupError, match="row 2"):
        next(passed)


def test_what_is_no_function_is_left_to_tensorflow() -> None:
    given = iter([1])

    assert counted(given, lambda seconds: None) is given

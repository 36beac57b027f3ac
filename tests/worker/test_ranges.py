"""Where the inputs of training and validation lie."""

import numpy as np
import pytest

from etude.worker.ranges import describe_ranges

X = np.arange(10.0)
Y = X**2


@pytest.mark.parametrize("x", [X, X.reshape(10, 1), X.astype("int64")])
def test_the_last_rows_of_ordered_numbers_lie_outside(x: np.ndarray) -> None:
    found = describe_ranges((x, Y), None, 0.2)

    assert found is not None
    assert found.trained == (0.0, 7.0)
    assert found.judged == (8.0, 9.0)
    assert found.outside == 1.0


def test_parts_that_are_given_apart_are_compared() -> None:
    found = describe_ranges((X[::2], Y[::2]), (X[1::2], Y[1::2]), None)

    assert found is not None
    assert found.outside == pytest.approx(0.2)


@pytest.mark.parametrize(
    "train",
    [(np.ones((10, 2)), Y), (np.array(["a"] * 10), Y), X, (X[:0], Y[:0])],
    ids=["a table", "text", "no labels", "empty"],
)
def test_nothing_is_said_of_anything_else(train: object) -> None:
    assert describe_ranges(train, None, 0.2) is None


def test_nothing_is_said_without_a_validation() -> None:
    assert describe_ranges((X, Y), None, None) is None
    assert describe_ranges((X, Y), None, 0.0) is None

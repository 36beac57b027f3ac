"""Rows at the end of inputs that are nothing but zeros."""

import numpy as np
import pytest

from etude.worker.empty_rows import empty_end

FILLED = np.array([[0.0, 0.0], [1.0, 2.0], [0.0, 0.0], [0.0, 0.0]])


@pytest.mark.parametrize(
    ("arrays", "count"),
    [
        (FILLED, 2),
        ((FILLED, np.zeros(4)), 2),
        ((FILLED, np.array([0, 0, 0, 1])), 0),
        ((FILLED, np.array([[1, 0], [1, 0], [1, 0], [0, 0]])), 1),
        ((FILLED, None), 2),
        (FILLED[:2], 0),
        (np.array([[1, 1]] * 3 + [[0, 0]] * 3), 0),
        (np.zeros((3, 2, 2)), 3),
        (np.zeros(4), 0),
        ({"a": FILLED}, 0),
        (np.array([["", "a"]]), 0),
    ],
    ids=[
        "a table",
        "with labels",
        "of a class",
        "one-hot",
        "no labels",
        "filled",
        "made by hand",
        "all",
        "no rows",
        "several",
        "text",
    ],
)
def test_empty_rows_at_the_end_are_counted(arrays: object, count: int) -> None:
    assert empty_end(arrays) == count

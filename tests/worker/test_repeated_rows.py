"""Rows of a table that are in both parts, and forecasts that reach over the border."""

import numpy as np
import pytest

from etude.worker.same_examples import repeated_rows
from etude.worker.series import describe_split

pytestmark = pytest.mark.tensorflow

RNG = np.random.default_rng(0)
ROWS = RNG.normal(size=(100, 5)).astype("float32")


def _pair(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return rows, np.zeros(len(rows))


def test_copied_rows_are_counted() -> None:
    assert repeated_rows(_pair(ROWS[:60]), _pair(ROWS[40:80])) == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("learned", "judged"),
    [
        (ROWS[:60], ROWS[60:]),
        (ROWS.round()[:60], ROWS.round()[:40]),
        (ROWS[:60], ROWS[:60].astype("float64")),
        (ROWS[:60], ROWS[:10]),
    ],
    ids=["others", "whole numbers", "another type", "very few"],
)
def test_rows_that_say_nothing_are_not_counted(learned: np.ndarray, judged: np.ndarray) -> None:
    assert repeated_rows(_pair(learned), _pair(judged)) == 0.0


SERIES = RNG.normal(size=200).cumsum().astype("float32")
X = np.stack([SERIES[i : i + 20] for i in range(170)])
Y = np.stack([SERIES[i + 20 : i + 30] for i in range(170)])


@pytest.mark.parametrize(("end", "shared"), [(140, 9 / 39), (135, 4 / 39), (131, 0.0), (120, 0.0)])
def test_values_that_both_parts_forecast_are_counted(end: int, shared: float) -> None:
    found = describe_split((X[:end], Y[:end]), (X[140:], Y[140:]), None)

    assert found is not None
    assert found.ahead == pytest.approx(shared)


def test_a_split_of_single_steps_shares_nothing() -> None:
    found = describe_split((X[:140], Y[:140, 0]), (X[140:], Y[140:, 0]), None)

    assert found is not None
    assert found.ahead == 0.0

"""How much of a series its past tells."""

import numpy as np
import pytest

from etude.worker.predictable import told_by_past


def told(series: np.ndarray, size: int = 20) -> float | None:
    rows = range(len(series) - size)
    return told_by_past(np.stack([series[i : i + size] for i in rows]), series[size:])


def test_noise_tells_next_to_nothing() -> None:
    share = told(np.random.default_rng(0).normal(size=420))

    assert share is not None
    assert share < 0.1


@pytest.mark.parametrize("series", ["sine", "walk", "logistic"])
def test_what_can_be_forecast_is_told_whether_it_is_straight_or_not(series: str) -> None:
    rng = np.random.default_rng(0)
    values = {"sine": np.sin(np.arange(420) / 5), "walk": rng.normal(size=420).cumsum()}
    chaos = np.full(420, 0.3)
    for i in range(1, 420):
        chaos[i] = 3.9 * chaos[i - 1] * (1 - chaos[i - 1])
    values["logistic"] = chaos

    share = told(values[series])

    assert share is not None
    assert share > 0.8


def test_few_windows_are_not_judged() -> None:
    assert told(np.random.default_rng(0).normal(size=120)) is None


def test_a_series_that_stands_still_is_not_judged() -> None:
    assert told(np.ones(420)) is None

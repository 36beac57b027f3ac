"""Intervals are what the literature says, and the same every time."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etude.checks.intervals import mean_interval, share_interval


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (20, 20, 0.8389, 1.0)],
)  # computed by hand from the formula; the first is Newcombe's example (1998, p. 861)
def test_shares_get_wilsons_interval(hits: int, of: int, low: float, high: float) -> None:
    interval = share_interval(hits, of)

    assert interval.low == pytest.approx(low, abs=1e-4)
    assert interval.high == pytest.approx(high, abs=1e-4)


@given(st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_a_share_lies_in_its_interval(share: tuple[int, int]) -> None:
    hits, of = share

    interval = share_interval(hits, of)

    assert 0 <= interval.low <= hits / of <= interval.high <= 1


def test_the_interval_of_a_mean_is_the_same_every_time() -> None:
    values = np.random.default_rng(3).exponential(size=80)

    first, second = mean_interval(values), mean_interval(values)

    assert first == second
    assert first.low < values.mean() < first.high


def test_the_interval_of_a_mean_is_about_as_wide_as_its_error_says() -> None:
    values = np.random.default_rng(5).normal(size=400)

    interval = mean_interval(values)

    assert interval.high - interval.low == pytest.approx(2 * 1.96 / 20, rel=0.1)


def test_intervals_read_as_a_range() -> None:
    assert str(share_interval(0, 20)) == "0.000 to 0.161"

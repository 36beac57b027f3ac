"""A shuffle of single values below the windows."""

import pytest
from described import evidence
from windowed import figures, forecast, pipeline, split, windowed, windows

from etude.diagnoses.catalogue import series_shuffled_before_windowing

CUT = ("window", "flat_map", "map", "batch")


def test_fires_at_the_shuffle_below_the_window() -> None:
    stages = pipeline(
        "from_tensor_slices", "shuffle", *CUT, shuffle={"buffer_size": 99}, window={"size": 6}
    )

    finding = series_shuffled_before_windowing.match(
        evidence(fits=[forecast(windowed(stages=stages))])
    )

    assert finding is not None
    assert finding.line == 2
    assert finding.evidence == (
        "shuffle(99) in line 2 mixes the values, and window in line 3 then puts 6 of them together"
    )


@pytest.mark.parametrize(
    "steps",
    [("from_tensor_slices", *CUT, "shuffle"), ("from_tensor_slices", "shuffle", "map", "batch")],
    ids=["windows are shuffled", "no windows"],
)
def test_is_silent_on(steps: tuple[str, ...]) -> None:
    run = forecast(windowed(stages=pipeline(*steps)))

    assert series_shuffled_before_windowing.match(evidence(fits=[run])) is None


def test_fires_on_an_array_without_order_that_the_source_shuffles() -> None:
    run = forecast(windowed(windows()), series_split=split(figures(200, lag_one=0.04), {}))

    finding = series_shuffled_before_windowing.match(
        evidence(fits=[run], program="rng.shuffle(series)\nx, y = cut(series)\n")
    )

    assert finding is not None
    assert finding.line == 1
    assert "correlation of 0.04" in finding.evidence


@pytest.mark.parametrize(
    ("lag_one", "program"),
    [
        (0.95, "rng.shuffle(series)\nx, y = cut(series)\n"),
        (0.0, "x, y = cut(noise)\n"),
        (0.0, "x, y = cut(noise)\nrng.shuffle(order)\nx = x[order]\n"),
        (0.0, "order = rng.permutation(n)\nx, y = cut(noise)\n"),
    ],
    ids=["still in order", "noise by nature", "an index is shuffled", "an order is drawn"],
)
def test_is_silent_without_both_signs(lag_one: float, program: str) -> None:
    run = forecast(windowed(windows()), series_split=split(figures(200, lag_one=lag_one), {}))

    found = series_shuffled_before_windowing.match(evidence(fits=[run], program=program))

    assert found is None

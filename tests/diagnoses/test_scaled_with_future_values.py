"""Statistics of a series that reach into its validation part."""

from dataclasses import replace
from typing import Any

import pytest
from described import evidence, numbers
from trained import adapted
from windowed import figures, forecast, pipeline, split, windowed, windows

from etude.diagnoses.catalogue import scaled_with_future_values

PROGRAM = "series = load()\nseries = (series - series.mean()) / series.std()\nmodel.fit(x, y)\n"
WHOLE = {"mean": 0.0, "deviation": 1.0, "low": -2.0, "high": 2.5}


def arrays(train: dict[str, float], both: dict[str, float]) -> Any:
    return forecast(windowed(windows()), windowed(windows()), series_split=split(train, both))


def test_fires_when_only_both_parts_together_are_standardised() -> None:
    run = arrays(figures(160, mean=-0.53, deviation=0.7), figures(240, **WHOLE))

    finding = scaled_with_future_values.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "mean -0.530 and standard deviation 0.700 over the 160 training" in finding.evidence
    assert "over all 240 values together" in finding.evidence


def test_fires_when_only_both_parts_together_reach_from_0_to_1() -> None:
    run = arrays(figures(160, low=0.0, high=0.75), figures(240, low=0.0, high=1.0))

    finding = scaled_with_future_values.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert "between 0.000 and 0.750" in finding.evidence


def test_windows_that_are_rebuilt_are_no_forecast() -> None:
    run = arrays(figures(160, low=0.0, high=0.75), figures(240, low=0.0, high=1.0))
    window = numbers(0.0, 0.75, (32, 12, 1))
    rebuilt = replace(run.train, sample=[replace(window, path=path) for path in ("0", "1")])

    seen = evidence(fits=[replace(run, train=rebuilt)], program=PROGRAM)

    assert scaled_with_future_values.match(seen) is None


@pytest.mark.parametrize(
    ("train", "both"),
    [
        (figures(160, **WHOLE), figures(240, mean=0.4, deviation=1.3)),
        (figures(160, low=0.0, high=1.0), figures(240, low=-0.2, high=1.6)),
        (figures(160, low=0.0, high=1.0), figures(240, low=0.0, high=1.0)),
        (figures(160), figures(240)),
        (figures(160, mean=-0.004, deviation=1.002), figures(240, mean=0.0, deviation=1.002)),
        ({}, {}),
    ],
    ids=[
        *("by the training part", "min-max by it", "both reach the ends", "unscaled"),
        *("comes near by chance", "mixed"),
    ],
)
def test_is_silent_on(train: dict[str, float], both: dict[str, float]) -> None:
    run = arrays(train, both)

    assert scaled_with_future_values.match(evidence(fits=[run], program=PROGRAM)) is None


def piped(values: dict[str, float], *steps: str, role: str = "fit") -> Any:
    stages = pipeline(
        "from_tensor_slices", "window", "flat_map", *steps, "batch", from_tensor_slices=values
    )
    return windowed(role=role, stages=stages)


def test_fires_on_a_scaled_series_from_whose_windows_both_parts_are_taken() -> None:
    whole = figures(240, **WHOLE)
    run = forecast(piped(whole, "take"), piped(whole, "skip", role="validation"))

    finding = scaled_with_future_values.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert "take in line 4 splits it afterwards" in finding.evidence


def test_pools_two_sources() -> None:
    train = figures(100, mean=-0.5, deviation=0.5)
    held_out = figures(50, mean=1.0, deviation=1.0)
    run = forecast(piped(train), piped(held_out, role="validation"))

    finding = scaled_with_future_values.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert "0.000 and 1.000 over all 150" in finding.evidence


def test_fires_on_a_layer_adapted_to_both_parts() -> None:
    run = arrays(figures(160, mean=4.0), figures(240, mean=5.0))
    call = adapted(line=7, rows=240, mean=5.0)

    finding = scaled_with_future_values.match(evidence(fits=[run], calls=[call], program=PROGRAM))

    assert finding is not None
    assert "adapt in line 7 was given 240 values: the 160" in finding.evidence


def test_is_silent_on_a_layer_adapted_to_the_training_part() -> None:
    run = arrays(figures(160, mean=4.0), figures(240, mean=5.0))

    given = evidence(fits=[run], calls=[adapted(rows=160, mean=4.0)], program=PROGRAM)

    assert scaled_with_future_values.match(given) is None

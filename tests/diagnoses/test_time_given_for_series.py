"""Forecasters whose windows hold the time."""

from dataclasses import replace

import pytest
from described import evidence
from windowed import forecast, windowed

from etude.diagnoses.catalogue import time_given_for_series
from etude.domain.finding import Finding
from etude.domain.observations import Fit, Stage


def _hardly_learned() -> Fit:
    data = replace(windowed(), only_counts=True)
    data = replace(data, sample=[data.sample[0], replace(data.sample[1], deviation=2.0)])
    return forecast(data, epochs=[{"loss": 9.0}, {"loss": 4.1}])


def told(*, only_counts: bool = True, **last: float) -> Finding | None:
    """Of targets with a standard deviation of 2: their mean costs 4."""
    data = replace(windowed(), only_counts=only_counts)
    data = replace(data, sample=[data.sample[0], replace(data.sample[1], deviation=2.0)])
    run = forecast(data, epochs=[{"loss": 9.0}, last])
    return time_given_for_series.match(evidence(fits=[run]))


@pytest.mark.parametrize(
    "last",
    [{"loss": 4.1}, {"loss": 0.2, "val_loss": 6.0}, {"loss": float("nan")}],
    ids=["nothing learned", "only by heart", "not a number"],
)
def test_fires_where_the_time_does_not_tell_the_series(last: dict[str, float]) -> None:
    finding = told(**last)

    assert finding is not None
    assert finding.line == 9
    assert "a row of 8 numbers that goes on in equal steps, between 0 and 9" in finding.evidence


CUT = """def cut(window):
    inputs = window[:, :8, :1]
    return inputs, window[:, 8:, 1:]


windows = windows.map(cut)
"""


@pytest.mark.parametrize(
    ("program", "line"),
    [(CUT, 2), (CUT.replace("return inputs", "return window[:, :8, :1]"), 3), (CUT[:10], 6)],
    ids=["a name", "at once", "not seen"],
)
def test_points_at_where_a_mapped_function_cuts_the_inputs(program: str, line: int) -> None:
    run = _hardly_learned()
    data = replace(run.train, stages=[Stage(op="map", line=6)])

    finding = time_given_for_series.match(
        evidence(fits=[replace(run, train=data)], program=program)
    )

    assert finding is not None
    assert finding.line == line


def test_is_silent_on_windows_of_values_and_on_what_was_learned_all_the_same() -> None:
    assert told(only_counts=False, loss=4.1) is None
    assert told(loss=0.2, val_loss=0.4) is None

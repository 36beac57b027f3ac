"""Series of which what comes next can hardly be told."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, layer, model, numbers
from windowed import forecast, windowed, windows

from etude.diagnoses.catalogue import past_says_little as diagnosis

SCATTER = 0.01


def run(*losses: float, told: float | None = 0.03, deviation: float | None = SCATTER) -> Any:
    data = windowed(windows(lead=1, told_by_past=told))
    targets = replace(numbers(-0.03, 0.03), deviation=deviation)
    data = replace(data, sample=[*(one for one in data.sample if one.path != "1"), targets])
    made = forecast(data, None, epochs=[{"loss": loss} for loss in losses])
    return replace(made, model=model(layer("LSTM"), dense(1), loss="mean_squared_error"))


def test_fires_where_training_came_to_the_cost_of_the_mean() -> None:
    finding = diagnosis.match(evidence(fits=[run(1.4e-4, 1.02e-4)]))

    assert finding is not None
    assert finding.line == 9
    assert "0.000102" in finding.evidence
    assert "0.0001" in finding.evidence
    assert "3%" in finding.evidence


@pytest.mark.parametrize(
    "given",
    [
        run(1.4e-4, 1.02e-4, told=0.4),
        run(1.4e-4, 1.02e-4, told=None),
        run(1.4e-4, 0.5e-4),
        run(),
        run(1.4e-4, 1.02e-4, deviation=None),
    ],
    ids=["can be told", "few windows", "learned it", "no epoch", "unknown scatter"],
)
def test_is_silent_on(given: Any) -> None:
    assert diagnosis.match(evidence(fits=[given])) is None

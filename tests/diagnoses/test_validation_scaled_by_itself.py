"""Two parts of a series, each standardised by itself."""

import pytest
from described import evidence
from windowed import figures, forecast, split, windowed, windows

from etude.diagnoses.catalogue import validation_scaled_by_itself

PROGRAM = """\
train = (train - train.mean()) / train.std()
later = (later - later.mean()) / later.std()
model.fit(cut(train), validation_data=cut(later))
"""
ROUND = {"mean": 0.0, "deviation": 1.0}


def test_fires_at_the_last_line_of_statistics() -> None:
    run = forecast(
        windowed(windows()), line=3, series_split=split(figures(80, **ROUND), figures(120, **ROUND))
    )

    finding = validation_scaled_by_itself.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "the 40 that follow" in finding.evidence


@pytest.mark.parametrize(
    ("train", "both"),
    [
        (figures(80, **ROUND), figures(120, mean=0.4, deviation=1.2)),
        (figures(80, mean=-0.3, deviation=0.9), figures(120, **ROUND)),
        (figures(80, **ROUND), figures(80, **ROUND)),
        (figures(80, **ROUND), {}),
    ],
    ids=["by the training part", "together", "nothing follows", "nothing held out"],
)
def test_is_silent_on(train: dict[str, float], both: dict[str, float]) -> None:
    run = forecast(windowed(windows()), series_split=split(train, both))

    assert validation_scaled_by_itself.match(evidence(fits=[run], program=PROGRAM)) is None

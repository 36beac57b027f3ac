"""Values scaled by their highest one after the lowest was taken away."""

import pytest
from described import evidence
from windowed import forecast, windowed

from etude.diagnoses.catalogue import wrong_min_max_formula

SHORT = forecast(windowed(low=0.0, high=0.4))


@pytest.mark.parametrize(
    "program",
    [
        "x = (x - x.min()) / x.max()\n",
        "x = (x - np.min(x)) / np.max(x)\n",
        "low, high = 0, 0\nlow, high = x.min(), x.max()\nx = (x - low) / high\n",
        "low = tf.reduce_min(x)\nhigh = tf.reduce_max(x)\nx = (x - low) / high\n",
    ],
)
def test_fires_at_the_formula(program: str) -> None:
    finding = wrong_min_max_formula.match(evidence(fits=[SHORT], program=program))

    assert finding is not None
    assert finding.line == len(program.splitlines())
    assert "between 0 and 0.4" in finding.evidence


@pytest.mark.parametrize(
    "program",
    [
        "x = (x - x.min()) / (x.max() - x.min())\n",
        "x = (x - x.mean()) / x.max()\n",
        "x = x / x.max()\n",
        "low, span = x.min(), x.max() - x.min()\nx = (x - low) / span\n",
    ],
)
def test_is_silent_on_other_formulas(program: str) -> None:
    assert wrong_min_max_formula.match(evidence(fits=[SHORT], program=program)) is None


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-0.3, 0.7)])
def test_is_silent_when_the_range_is_filled_or_begins_elsewhere(low: float, high: float) -> None:
    run = forecast(windowed(low=low, high=high))

    given = evidence(fits=[run], program="x = (x - x.min()) / x.max()\n")

    assert wrong_min_max_formula.match(given) is None

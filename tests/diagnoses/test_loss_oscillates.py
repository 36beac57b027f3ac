"""A training loss that goes up and down."""

from described import evidence
from looped import fitted

from etude.diagnoses.catalogue import loss_oscillates as diagnosis

SWINGS = [1.0, 2.0, 1.0, 2.0, 1.1, 2.1, 1.0, 2.0, 1.2]


def test_fires_at_compile() -> None:
    finding = diagnosis.match(evidence(fits=[fitted(loss=SWINGS)]))

    assert finding is not None
    assert finding.line == 2
    assert "rose in 4 of 8 epochs" in finding.evidence


def test_is_silent_on_wobbles_and_at_the_floor() -> None:
    wobbles = [1.0, 0.9, 0.95, 0.8, 0.85, 0.7, 0.72, 0.6, 0.61]
    floor = [1.0, *(0.001 * value for value in SWINGS)]

    assert diagnosis.match(evidence(fits=[fitted(loss=wobbles), fitted(loss=floor)])) is None


def test_is_silent_on_a_loss_that_only_rises() -> None:
    assert diagnosis.match(evidence(fits=[fitted(loss=[2.0**n for n in range(9)])])) is None


def test_is_silent_on_a_loss_that_nobody_measured() -> None:
    assert diagnosis.match(evidence(fits=[fitted(loss=[0.0] * 10)])) is None


def test_is_silent_on_a_loss_around_nought() -> None:
    around = [value - 1.5 for value in SWINGS]

    assert diagnosis.match(evidence(fits=[fitted(loss=around)])) is None

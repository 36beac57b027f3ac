"""Weights that hardly move."""

from dataclasses import replace

from described import evidence
from looped import fitted, state

from etude.diagnoses.catalogue import learning_rate_too_low as diagnosis

STILL, FELL = [0.800, 0.799, 0.798], [0.8, 0.5, 0.3]


def test_fires_at_compile() -> None:
    fit = fitted(state("dense", change=2e-4), loss=STILL, rate=1e-6)

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 2
    assert "learning rate of 1e-06" in finding.evidence
    assert "by more than 0.02%" in finding.evidence


def test_is_silent_where_weights_or_loss_move_or_the_rate_is_usual() -> None:
    for change, loss, rate in ((0.2, STILL, 1e-6), (2e-4, FELL, 1e-6), (2e-4, STILL, 1e-3)):
        fit = fitted(state("dense", change=change), loss=loss, rate=rate)

        assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_on_fine_tuning_after_another_fit() -> None:
    first = fitted(state("dense", change=0.3), loss=FELL)
    second = fitted(state("dense", change=2e-4), loss=STILL, rate=1e-6)

    assert diagnosis.match(evidence(fits=[first, replace(second, index=1)])) is None


def test_the_default_of_adadelta_is_too_low_where_that_of_adam_is_not() -> None:
    fit = fitted(state("dense", change=2e-4), loss=STILL, rate=1e-3, optimizer="Adadelta")

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert "Adadelta(1.0)" in finding.change


def test_is_silent_on_adadelta_at_the_rate_of_its_authors() -> None:
    fit = fitted(state("dense", change=2e-4), loss=STILL, rate=1.0, optimizer="Adadelta")

    assert diagnosis.match(evidence(fits=[fit])) is None

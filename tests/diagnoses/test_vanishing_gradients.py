"""Gradients that do not reach the first layers."""

from described import evidence
from looped import fitted, state

from etude.diagnoses.catalogue import vanishing_gradients as diagnosis

FLAT = [0.8, 0.7, 0.69, 0.69]


def layers(first: float, last: float) -> list:
    return [state("first", gradient=first), state("last", gradient=last)]


def test_fires_at_the_first_layer() -> None:
    finding = diagnosis.match(evidence(fits=[fitted(*layers(1e-6, 0.5), loss=FLAT)]))

    assert finding is not None
    assert finding.line == 4
    assert "0.5 at last and of 1e-06 at first" in finding.evidence


def test_is_silent_when_the_gradient_arrives() -> None:
    assert diagnosis.match(evidence(fits=[fitted(*layers(1e-3, 0.5), loss=FLAT)])) is None


def test_is_silent_on_a_training_that_learns_and_on_a_dead_one() -> None:
    learned = fitted(*layers(1e-6, 0.5), loss=[0.7, 0.3, 0.1])
    dead = fitted(*layers(0.0, 0.5), loss=FLAT)

    assert diagnosis.match(evidence(fits=[learned, dead])) is None

"""ReLU units that are zero for every example."""

from dataclasses import replace

from described import evidence
from looped import fitted, state

from etude.diagnoses.catalogue import dead_units as diagnosis

FLAT, FALLING = [0.8, 0.7, 0.69, 0.69], [0.7, 0.4, 0.2, 0.1]


def test_fires_at_the_layer() -> None:
    fit = fitted(state("dense", zero_units=0.9), loss=FLAT)

    finding = diagnosis.match(evidence(fits=[fit]))

    assert finding is not None
    assert finding.line == 4
    assert "90% of the units of dense are zero for all of 32 training examples" in finding.evidence


def test_is_silent_on_a_training_that_learns() -> None:
    fit = fitted(state("dense", zero_units=0.9), loss=FALLING)

    assert diagnosis.match(evidence(fits=[fit])) is None


def test_is_silent_on_few_dead_units_and_on_other_layers() -> None:
    few = fitted(state("dense", zero_units=0.3), loss=FLAT)
    other = fitted(state("dropout", zero_units=0.9), loss=FLAT)

    assert diagnosis.match(evidence(fits=[few, other])) is None


def test_is_silent_when_nothing_was_looked_at() -> None:
    fit = replace(fitted(loss=FLAT), health=None)

    assert diagnosis.match(evidence(fits=[fit])) is None

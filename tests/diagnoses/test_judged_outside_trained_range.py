"""Validation numbers beyond all that a network has seen."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import judged_outside_trained_range as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.patterns import Ranges

TARGETS = replace(numbers(-1.0, 1.0), mean=0.0, deviation=0.7)
PROGRAM = """\


model.fit(
    x, y,
    validation_split=0.2,
)
"""


def trained(
    *, outside: float = 1.0, loss: Sequence[float] = (0.5, 0.1), judged: Sequence[float] = (0.6, 2)
) -> Evidence:
    run = fit(model(dense(8, "tanh"), dense(1), loss="mean_squared_error"), labels=TARGETS)
    epochs = [{"loss": a, "val_loss": b} for a, b in zip(loss, judged, strict=True)]
    ranges = Ranges(trained=(0.0, 80.0), judged=(80.0, 100.0), outside=outside)
    return evidence(fits=[replace(run, ranges=ranges, epochs=epochs)], program=PROGRAM)


def test_fires_at_the_split_with_both_ranges() -> None:
    finding = diagnosis.match(trained())

    assert finding is not None
    assert finding.line == 5
    assert "go from 0 to 80, those judged from 80 to 100" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        trained(outside=0.01),
        trained(judged=(0.6, 0.05)),
        trained(loss=(0.8, 0.7)),
        trained(loss=(), judged=()),
    ],
    ids=["mixed", "the line goes on", "nothing learned either", "no epoch"],
)
def test_is_silent_where_the_range_does_no_harm(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None


def test_is_silent_where_examples_are_no_single_numbers() -> None:
    seen = trained()
    without = replace(seen.fits[0], ranges=None)

    assert diagnosis.match(replace(seen, fits=[without])) is None


def test_is_silent_on_a_straight_line_that_is_still_on_its_way() -> None:
    seen = trained()
    straight = fit(model(dense(1), loss="mean_squared_error"), labels=TARGETS).model

    assert diagnosis.match(replace(seen, fits=[replace(seen.fits[0], model=straight)])) is None

"""The arithmetic of a pipeline's profile."""

import pytest

from etude.domain.profile import (
    Bottleneck,
    Change,
    PipelineProfile,
    TriedChange,
    own_seconds,
    shares,
)


def tried(change: Change = Change.CACHE, after: float = 200.0, **fields: object) -> TriedChange:
    given = {"before": 100.0, "after": after, "won": 1.0} | fields
    return TriedChange(change=change, **given)  # type: ignore[arg-type]


def test_shares_are_parts_of_what_was_measured() -> None:
    assert shares([1.0, None, 3.0]) == [0.25, 0.0, 0.75]


def test_without_measurements_there_are_no_shares() -> None:
    assert shares([None, 0.0]) == [0.0, 0.0]


def test_a_stage_never_costs_less_than_nothing() -> None:
    assert own_seconds(1.0, [1.2]) == 0.0
    assert own_seconds(1.0, [0.2, 0.3]) == pytest.approx(0.5)


def test_the_best_change_is_the_one_with_the_largest_gain() -> None:
    profile = PipelineProfile(
        changes=[tried(after=200.0), tried(Change.RESIZE_ONCE, after=300.0), tried(after=90.0)]
    )

    assert profile.best is not None
    assert profile.best.change is Change.RESIZE_ONCE


@pytest.mark.parametrize(
    "change",
    [
        tried(after=105.0),
        tried(after=200.0, won=0.4),
        tried(after=900.0, refused="it changes the data"),
        TriedChange(change=Change.CACHE, refused="no time"),
    ],
    ids=["within noise", "not each time", "other data", "not measured"],
)
def test_a_change_that_was_not_seen_to_help_is_never_the_best(change: TriedChange) -> None:
    assert not change.helps
    assert PipelineProfile(changes=[change]).best is None


@pytest.mark.parametrize(
    ("step", "overlaps", "expected"),
    [
        (0.25, False, Bottleneck.COMPUTE),
        (0.15, False, Bottleneck.INPUT),
        (0.15, True, Bottleneck.COMPUTE),
        (0.11, True, Bottleneck.INPUT),
        (None, False, Bottleneck.UNKNOWN),
    ],
)
def test_what_a_step_waits_for(step: float | None, overlaps: bool, expected: Bottleneck) -> None:
    profile = PipelineProfile(
        examples_per_second=320.0, examples_per_step=32, step_seconds=step, overlaps=overlaps
    )

    assert profile.input_seconds == pytest.approx(0.1)
    assert profile.bottleneck is expected

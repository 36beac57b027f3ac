"""Attempts that were kept, and what there was to see of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query

from etude.render.curves import Curve, curves
from etude.render.html.difference import Changed, ChangedFile, difference
from etude.render.report_json import report_record
from etude.render.seen_json import seen_record
from etude.store.let_go import NEWEST
from etude.store.records import Attempt
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.ground import Here
from etude.web.kept import kept_attempt, side_of

router = APIRouter(prefix=f"/api{EXERCISE}/attempts", tags=["attempts"])
MOST_NUMBER = 2**31 - 1
Number = Annotated[int, Path(ge=1, le=MOST_NUMBER)]
NumberAsked = Annotated[int, Query(ge=1, le=MOST_NUMBER)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One attempt, without its report."""

    number: int
    at: datetime
    seed: int
    passed: bool
    points: int
    of: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeAttempt:
    """Attributes:
    files: path -> text, as they were sent.
    report: described by docs/report.schema.json.
    seen: as of the newest run; empty when it is no longer kept.
    """

    kept: Kept
    files: Mapping[str, str]
    report: Mapping[str, Any]
    seen: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What changed from one attempt to another."""

    files: Sequence[ChangedFile]
    checks: Sequence[Changed]
    numbers: Sequence[Changed]


@router.get("")
def attempts(here: Here, exercise: TheExercise) -> Sequence[Kept]:
    """The newest ones, the newest first."""
    found = here.practice().records.newest(exercise=exercise.id, limit=NEWEST)
    return [
        Kept(
            number=one.number,
            at=one.at,
            seed=one.seed,
            passed=one.passed,
            points=one.points,
            of=one.of,
        )
        for one in found
    ]


@router.get("/compared")
def compared(
    here: Here, exercise: TheExercise, before: NumberAsked, after: NumberAsked
) -> Compared:
    """Two attempts beside each other."""
    found = difference(
        *(side_of(here, kept_attempt(here, exercise, number)) for number in (before, after))
    )
    return Compared(files=found.files, checks=found.checks, numbers=found.numbers)


@router.get("/{number}")
def attempt(here: Here, exercise: TheExercise, number: Number) -> WholeAttempt:
    """What was sent, what was said of it, and what there was to see of its run."""
    found = kept_attempt(here, exercise, number)
    side = side_of(here, found)
    return WholeAttempt(
        kept=kept(found),
        files=side.files,
        report=report_record(side.report, stored=True),
        seen=seen_record(side.seen),
    )


@router.get("/{number}/curves")
def attempt_curves(here: Here, exercise: TheExercise, number: Number) -> Sequence[Curve]:
    """The curves of an attempt's trainings."""
    return curves(side_of(here, kept_attempt(here, exercise, number)).seen)


def kept(attempt: Attempt) -> Kept:
    """The attempt as it stands in a list."""
    return Kept(
        number=attempt.number,
        at=attempt.at,
        seed=attempt.submission.seed,
        passed=attempt.report.passed,
        points=attempt.report.points,
        of=attempt.report.of,
    )

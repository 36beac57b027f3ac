"""What is kept about practice: attempts, and how far a learner has come."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from etude.domain.history import Deed, Event
from etude.domain.report import Report
from etude.domain.sitting import EXERCISES, SittingDeed, SittingEvent
from etude.domain.submission import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A submission with its report.

    Attributes:
      learner, workspace: ids of who sent it, and from which workspace.
      at: when it was graded; a time with its zone.
      number: by which the store knows it, 0 before it is kept; no part of what it is.
    """

    learner: str
    workspace: str
    at: datetime
    submission: Submission
    report: Report
    number: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """An attempt without its files and its report, of which there may be many."""

    number: int
    exercise: str
    at: datetime
    seed: int
    passed: bool
    points: int
    of: int


def tried(attempt: Attempt) -> Event:
    """What an attempt says about the learner."""
    return Event(
        exercise=attempt.submission.exercise,
        at=attempt.at,
        deed=Deed.TRIED,
        seed=attempt.submission.seed,
        passed=attempt.report.passed,
    )


def queued_by(event: SittingEvent) -> Sequence[Event]:
    """What an event of a sitting says about the learner: what its review wants practised."""
    if event.deed is not SittingDeed.QUEUED:
        return ()
    return [
        Event(exercise=exercise, at=event.reading.wall, deed=Deed.QUEUED)
        for exercise in event.detail[EXERCISES]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far a learner has come with one exercise.

    Attributes:
      attempts: how many were graded; passed: whether any of them passed.
      points, of: of the best attempt.
      last_at: of the newest attempt, None without one.
      hints: number of the last hint shown.
      solution_seen: whether the solution was shown before a pass.
    """

    exercise: str
    attempts: int = 0
    passed: bool = False
    points: int = 0
    of: int = 0
    last_at: datetime | None = None
    hints: int = 0
    solution_seen: bool = False

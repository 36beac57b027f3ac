"""What was done so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query

from etude.progress.days import Day, last_days
from etude.store.records import Brief
from etude.web.api.attempts import MOST_NUMBER
from etude.web.ground import Here

router = APIRouter(prefix="/api/history", tags=["history"])
PAGE = 50
_MOST_PAGE = 500
_DAYS = 42
_MOST_DAYS = 3660
Before = Annotated[int, Query(ge=0, le=MOST_NUMBER, description="Only lower numbers; 0 for all")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An attempt.

    Attributes: title: of its exercise, "" for one that is no longer installed.
    """

    number: int
    exercise: str
    title: str
    at: datetime
    seed: int
    passed: bool
    points: int
    of: int


@router.get("")
def history(
    here: Here, before: Before = 0, limit: Annotated[int, Query(ge=1, le=_MOST_PAGE)] = PAGE
) -> Sequence[Made]:
    """The attempts at every exercise, those kept last first."""
    practice = here.practice()
    titles = {name: one.title for name, one in practice.exercises.items()}
    found = practice.records.newest(limit=limit, before=before)
    return [_made(one, titles.get(one.exercise, "")) for one in found]


@router.get("/days")
def days(here: Here, days: Annotated[int, Query(ge=1, le=_MOST_DAYS)] = _DAYS) -> Sequence[Day]:
    """How many programs were judged on each of the last days, today last."""
    events = here.practice().records.history()
    return last_days(events, now=here.now().astimezone(), days=days)


def _made(one: Brief, title: str) -> Made:
    return Made(
        number=one.number,
        exercise=one.exercise,
        title=title,
        at=one.at,
        seed=one.seed,
        passed=one.passed,
        points=one.points,
        of=one.of,
    )

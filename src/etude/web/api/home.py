"""Where one stands today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from fastapi import APIRouter

from etude.app.edited import last_edited
from etude.progress.plan import due_exercises
from etude.web.advice import Advice, advice
from etude.web.api.exercises import Listed, listed
from etude.web.ground import Here

router = APIRouter(prefix="/api", tags=["home"])
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedOn:
    """Attributes: at: when the file was last saved."""

    exercise: Listed
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Attributes:
    next: what the plan has next, None when everything is passed and nothing is due.
    due: skills to be refreshed by now, the most forgotten first; next_due_at: when one will be.
    reviews: exercises that refresh most of what is due; edited: the newest first.
    passed, exercises, practised, skills: how many there are of each.
    """

    workspace: str
    next: Advice | None
    due: Sequence[str]
    next_due_at: datetime | None
    reviews: Sequence[Listed]
    edited: Sequence[WorkedOn]
    passed: int
    exercises: int
    practised: int
    skills: int


@router.get("/home")
def home(here: Here) -> Standing:
    """What to do now, what was done last, and how far one has come."""
    practice = here.practice()
    learner = practice.learner()
    found = {one.id: one for one in listed(practice, learner)}
    due = sorted(due_exercises(learner).items(), key=lambda item: -len(item[1]))
    edited = last_edited(practice.workspace, practice.exercises.values(), most=_MOST_SHOWN)
    return Standing(
        workspace=str(practice.workspace.root),
        next=advice(learner),
        due=learner.due,
        next_due_at=learner.next_due_at,
        reviews=[found[name] for name, _ in due[:_MOST_SHOWN]],
        edited=[WorkedOn(exercise=found[one.exercise], at=one.at) for one in edited],
        passed=sum(one.passed for one in found.values()),
        exercises=len(found),
        practised=len(learner.memories),
        skills=len(learner.mastery),
    )

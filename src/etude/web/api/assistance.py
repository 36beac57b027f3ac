"""What helps on: hints, exemplary answers, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter, HTTPException

from etude.app.answers import Answer, read_answers
from etude.app.hints import Hint, hint_after, read_hints
from etude.app.practise import Practice
from etude.app.turn import turn_to
from etude.progress.plan import Choice, again, choose
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.ground import Here

router = APIRouter(prefix="/api", tags=["assistance"])
_NOT_YET = (
    "You have not passed this exercise yet. Ask with ?before_passing=true to see it all the same."
)
_NOT_PASSED = "A review wants an exercise that was passed before, and you have not passed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """Attributes:
    exercise: its id, None when everything is passed and nothing is due; reason: why this one.
    kept: where the file of the last time was kept, None when nothing was replaced.
    """

    exercise: str | None
    reason: str
    kept: str | None = None


@router.get(f"{EXERCISE}/hints")
def hints(here: Here, exercise: TheExercise) -> Sequence[Hint]:
    """The hints that were shown before."""
    return read_hints(exercise)[: here.practice().so_far(exercise).hints]


@router.post(f"{EXERCISE}/hints")
def hint(here: Here, exercise: TheExercise) -> Hint:
    """One hint more; the last one again when there are no more."""
    practice = here.practice()
    found = hint_after(exercise, practice.so_far(exercise).hints)
    practice.records.keep_hint(exercise.id, found.number, seed=exercise.seed)
    return found


@router.post(f"{EXERCISE}/answers")
def answers(here: Here, exercise: TheExercise, before_passing: bool = False) -> Sequence[Answer]:
    """The exemplary answer and other right ones, after passing; before, it is written down."""
    practice = here.practice()
    if not practice.so_far(exercise).passed:
        if not before_passing:
            raise HTTPException(403, _NOT_YET)
        practice.records.keep_solution_seen(exercise.id, seed=exercise.seed)
    return read_answers(exercise)


@router.post("/next")
def next_exercise(here: Here, after: str = "") -> Next:
    """What to practise next; a review is put into the workspace as a fresh variant.

    Args:
      after: id of an exercise that is not wanted again now.
    """
    practice = here.practice()
    learner = practice.learner()
    chosen = choose(learner, skip={after}) or choose(learner)
    if chosen is None:
        return Next(exercise=None, reason="You have passed every exercise, and no review is due.")
    return _turned(practice, chosen)


@router.post(f"{EXERCISE}/variant")
def variant(here: Here, exercise: TheExercise) -> Next:
    """Puts a fresh variant of a passed exercise into the workspace, for a review."""
    practice = here.practice()
    learner = practice.learner()
    if exercise.id not in learner.passed:
        raise HTTPException(409, f"{_NOT_PASSED} {exercise.id}.")
    return _turned(practice, again(exercise, learner))


def _turned(practice: Practice, chosen: Choice) -> Next:
    turned = turn_to(practice, chosen)
    kept = str(turned.kept) if turned.kept else None
    return Next(exercise=turned.exercise.id, reason=chosen.reason, kept=kept)

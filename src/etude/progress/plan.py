"""What to practise next, and why: work that was begun, a review that is due, or something new.

Begun work comes first, since what is half done is lost soonest. Then what the review of an exam
has queued, since it knows best what is lacking. Then what is forgotten, but never
more than two reviews in a row while there is something new. Then the new exercise that brings most.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from etude.domain.exercise import Exercise
from etude.progress.learner import Learner
from etude.progress.order import in_order
from etude.progress.ready import ready
from etude.progress.reasons import because_begun, because_due, because_new, because_of_exam
from etude.progress.rounds import Round

BEGUN_LATELY = timedelta(days=3)
# After so many tries something else may be of more use for a few days.
STUCK_TRIES = 12
REVIEWS_IN_A_ROW = 2
# One level too hard or too easy costs as much as a quarter of a skill mastered already.
PER_LEVEL = 0.25


class Occasion(StrEnum):
    BEGUN = "begun"
    EXAM = "exam"
    REVIEW = "review"
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Attributes:
    seed: of the variant to practise; reason: one sentence for the learner.
    """

    exercise: Exercise
    occasion: Occasion
    seed: int
    reason: str


def choose(learner: Learner, *, skip: Collection[str] = ()) -> Choice | None:
    """What to practise next, but none of ``skip``; None when all is passed and nothing is due."""
    begun = _begun(learner, skip)
    if begun is not None:
        return begun
    queued = _queued(learner, skip)
    if queued is not None:
        return queued
    new = _new(learner, skip)
    review = _review(learner, skip)
    if review is None or (new is not None and _new_goes_first(learner, new, review)):
        return new
    return review


def again(exercise: Exercise, learner: Learner) -> Choice:
    """A fresh variant of an exercise that was passed."""
    due = _due_in(exercise, learner)
    return Choice(
        exercise=exercise,
        occasion=Occasion.REVIEW,
        seed=learner.next_seed(exercise.id),
        reason=because_due(due, learner) if due else "You wanted to practise it again.",
    )


def _begun(learner: Learner, skip: Collection[str]) -> Choice | None:
    for found in learner.unfinished:
        wanted = found.exercise not in skip and not _is_stuck(found, learner)
        if wanted and _is_fresh(found, learner):
            return Choice(
                exercise=learner.exercises[found.exercise],
                occasion=Occasion.BEGUN,
                seed=found.seed,
                reason=because_begun(found, learner.now),
            )
    return None


def _queued(learner: Learner, skip: Collection[str]) -> Choice | None:
    for event in learner.queued:
        if event.exercise not in skip:
            exercise = learner.exercises[event.exercise]
            return Choice(
                exercise=exercise,
                occasion=Occasion.EXAM,
                seed=learner.next_seed(exercise.id),
                reason=because_of_exam(exercise, event),
            )
    return None


def _is_fresh(found: Round, learner: Learner) -> bool:
    return learner.now - found.last_at <= BEGUN_LATELY


def _is_stuck(found: Round, learner: Learner) -> bool:
    return _is_fresh(found, learner) and found.tries >= STUCK_TRIES


def _review(learner: Learner, skip: Collection[str]) -> Choice | None:
    """The passed exercise that brings back most of what is due, in the least time."""
    passed = learner.passed - set(skip)
    candidates = [e for e in in_order(learner.exercises) if e.id in passed and _faded(e, learner)]
    if not candidates:
        return None
    chosen = max(candidates, key=lambda exercise: (_faded(exercise, learner), -exercise.minutes))
    return again(chosen, learner)


def _new(learner: Learner, skip: Collection[str]) -> Choice | None:
    waiting = [e for e in in_order(learner.exercises) if e.id not in learner.passed]
    found = [e for e in ready(learner.exercises, learner.passed, waiting) if e.id not in skip]
    stuck = {one.exercise for one in learner.unfinished if _is_stuck(one, learner)}
    if not found:
        return None
    chosen = max(found, key=lambda exercise: (exercise.id not in stuck, _gain(exercise, learner)))
    return Choice(
        exercise=chosen,
        occasion=Occasion.NEW,
        seed=0,
        reason=because_new(chosen, learner),
    )


def _new_goes_first(learner: Learner, new: Choice, review: Choice) -> bool:
    """When it brings back as much by itself, or after enough reviews."""
    as_much = _faded(new.exercise, learner) >= _faded(review.exercise, learner)
    return as_much or _reviews_at_the_end(learner.rounds) >= REVIEWS_IN_A_ROW


def _gain(exercise: Exercise, learner: Learner) -> float:
    """How much of its skills is not mastered yet, less what its level is off."""
    lacking = [1.0 - learner.mastery[skill] for skill in exercise.skills]
    mean = sum(lacking) / len(lacking) if lacking else 0.0
    return mean - PER_LEVEL * abs(exercise.level - learner.level())


def _faded(exercise: Exercise, learner: Learner) -> float:
    """How much of what is due the exercise would bring back."""
    return sum(1.0 - learner.memories[skill].recall for skill in _due_in(exercise, learner))


def _due_in(exercise: Exercise, learner: Learner) -> Sequence[str]:
    return [skill for skill in learner.due if skill in exercise.skills]


def _reviews_at_the_end(rounds: Sequence[Round]) -> int:
    """How many of the last passes were of exercises passed before."""
    seen: dict[str, int] = {}
    again = []
    for found in rounds:
        if found.passed:
            again.append(found.exercise in seen)
            seen[found.exercise] = 1
    return next((n for n, one in enumerate(again[::-1]) if not one), len(again))


def due_exercises(learner: Learner) -> Mapping[str, Sequence[str]]:
    """Exercise id -> its skills that are due, for those passed before; the most faded first."""
    found = {
        e.id: _due_in(e, learner) for e in learner.exercises.values() if e.id in learner.passed
    }
    return {name: skills for name, skills in found.items() if skills}

"""What to practise next, as pages and the API tell it."""

from collections.abc import Collection
from dataclasses import dataclass

from etude.progress.learner import Learner
from etude.progress.plan import Occasion, choose


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Attributes: reason: one sentence; again: whether it is a review, as a fresh variant."""

    exercise: str
    title: str
    summary: str
    minutes: int
    reason: str
    again: bool


def advice(learner: Learner, *, skip: Collection[str] = ()) -> Advice | None:
    """What the plan has next, but none of ``skip``; None when there is nothing."""
    chosen = choose(learner, skip=skip)
    if chosen is None:
        return None
    return Advice(
        exercise=chosen.exercise.id,
        title=chosen.exercise.title,
        summary=chosen.exercise.summary,
        minutes=chosen.exercise.minutes,
        reason=chosen.reason,
        again=chosen.occasion is Occasion.REVIEW,
    )

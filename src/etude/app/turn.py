"""Turns to what the plan has chosen; for a review, a fresh variant is put into the workspace."""

from dataclasses import dataclass, replace
from pathlib import Path

from etude.app.practise import Practice
from etude.app.variants import give_variant
from etude.catalog.variants import variant_of
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.progress.plan import Choice, Occasion

# Here what was passed before is done in a fresh variant.
_AGAIN = (Occasion.REVIEW, Occasion.EXAM)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """Attributes:
    practice: with the variant that is now in the workspace.
    kept: where the file of the last time was kept, None when nothing was replaced.
    """

    practice: Practice
    exercise: Exercise
    kept: Path | None = None


def turn_to(practice: Practice, choice: Choice) -> Turned:
    """The chosen exercise, ready to be worked on.

    Raises:
      Problem: the workspace cannot be written.
      UnreadableExercise: the exercise cannot draw its variant.
    """
    exercise = practice.exercises[choice.exercise.id]
    if choice.occasion not in _AGAIN or exercise.seed == choice.seed:
        return Turned(practice=practice, exercise=exercise)
    fresh = variant_of(exercise, choice.seed)
    try:
        workspace, kept = give_variant(practice.workspace, fresh)
    except OSError as error:
        raise Problem(f"{error.filename} cannot be written: {error.strerror}.") from None
    exercises = {**practice.exercises, fresh.id: fresh}
    renewed = replace(practice, workspace=workspace, exercises=exercises)
    return Turned(practice=renewed, exercise=fresh, kept=kept)

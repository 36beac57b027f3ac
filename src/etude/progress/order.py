"""The order in which exercises are met, and which one comes next."""

from collections.abc import Collection, Mapping, Sequence

from etude.domain.exercise import Exercise


def in_order(exercises: Mapping[str, Exercise]) -> list[Exercise]:
    """Every exercise once: prerequisites first, then lower levels, then ids.

    Unknown prerequisites are ignored, and a circle is entered at its lowest level.
    """
    waiting = sorted(exercises.values(), key=lambda exercise: (exercise.level, exercise.id))
    placed: list[Exercise] = []
    while waiting:
        known = {exercise.id for exercise in waiting}
        ready = (exercise for exercise in waiting if not known & {*exercise.prerequisites})
        chosen = next(ready, waiting[0])
        waiting.remove(chosen)
        placed.append(chosen)
    return placed


def next_exercise(
    exercises: Mapping[str, Exercise], passed: Collection[str], *, after: str = ""
) -> Exercise | None:
    """The first exercise in order that has not been passed, None when all have.

    Args:
      exercises: by id.
      passed: ids of those that need no more practice today.
      after: skip to the first one behind this, and begin again at the end.
    """
    candidates = _from(in_order(exercises), after)
    return next((exercise for exercise in candidates if exercise.id not in passed), None)


def _from(ordered: Sequence[Exercise], after: str) -> Sequence[Exercise]:
    """The same exercises, beginning behind ``after``."""
    ids = [exercise.id for exercise in ordered]
    start = ids.index(after) + 1 if after in ids else 0
    return [*ordered[start:], *ordered[:start]]

"""The order in which exercises are met."""

from collections.abc import Mapping

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

"""Which exercises a learner is ready for."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from etude.domain.exercise import Exercise
from etude.domain.skills import SKILLS


def ready(
    exercises: Mapping[str, Exercise],
    passed: Collection[str],
    candidates: Sequence[Exercise],
    *,
    relax: bool = True,
) -> Sequence[Exercise]:
    """Those of the candidates whose prerequisites are met.

    An exercise needs the exercises that it names, and what its skills need, as far as any exercise
    practises that. If the order of the skills leaves none and it may be relaxed, the exercises
    named decide alone; if these go round in a circle, it is entered.
    """
    named = [one for one in candidates if not _missing(one.prerequisites, exercises, passed)]
    practised = _skills(exercises.values())
    met = _skills(exercise for name, exercise in exercises.items() if name in passed)
    skilled = [one for one in named if needed_skills(one, practised) <= met]
    return skilled or named or candidates[:1] if relax else skilled


def needed_skills(exercise: Exercise, practised: Collection[str]) -> set[str]:
    """Skills that come before those of the exercise, and that are practised somewhere.

    One that no exercise practises cannot be asked for; what it needs itself is asked for instead.
    """
    needed: set[str] = set()
    waiting = [name for skill in exercise.skills for name in _needs(skill)]
    while waiting:
        skill = waiting.pop()
        if skill in practised:
            needed.add(skill)
        else:
            waiting.extend(_needs(skill))
    return needed - set(exercise.skills)


def _needs(skill: str) -> Sequence[str]:
    return SKILLS[skill].prerequisites if skill in SKILLS else ()


def _missing(
    names: Collection[str], exercises: Mapping[str, Exercise], passed: Collection[str]
) -> bool:
    return any(name in exercises and name not in passed for name in names)


def _skills(exercises: Iterable[Exercise]) -> set[str]:
    return {skill for exercise in exercises for skill in exercise.skills}

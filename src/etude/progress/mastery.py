"""How well a learner masters each skill, from 0 to 1; a pure function of what was stored.

    mastery = sum of credits / (number of rounds + 1) x recall

over the rounds that practised the skill. The first factor is the rule of succession with one
failure imagined beforehand (the mean of a Beta distribution): a single clean pass is worth 1/2,
three are worth 3/4, and nothing is worth 1. The second is what FSRS expects to be remembered now.
"""

from collections.abc import Mapping, Sequence

from etude.domain.exercise import Exercise
from etude.domain.skills import SKILLS
from etude.progress.credit import counts, credit
from etude.progress.memory import Memory
from etude.progress.rounds import Round

IMAGINED_FAILURES = 1.0


def mastery(
    rounds: Sequence[Round], exercises: Mapping[str, Exercise], memories: Mapping[str, Memory]
) -> Mapping[str, float]:
    """By skill, for every skill of the curriculum and of the exercises."""
    practised = {skill for exercise in exercises.values() for skill in exercise.skills}
    earned = _credits(rounds, exercises)
    return {
        skill: _mastery(earned.get(skill, ()), memories.get(skill))
        for skill in dict.fromkeys([*SKILLS, *sorted(practised)])
    }


def _credits(
    rounds: Sequence[Round], exercises: Mapping[str, Exercise]
) -> Mapping[str, Sequence[float]]:
    found: dict[str, list[float]] = {}
    for one in rounds:
        exercise = exercises.get(one.exercise)
        if exercise is not None and counts(one):
            for skill in exercise.skills:
                found.setdefault(skill, []).append(credit(one))
    return found


def _mastery(earned: Sequence[float], memory: Memory | None) -> float:
    if memory is None:
        return 0.0
    return sum(earned) / (len(earned) + IMAGINED_FAILURES) * memory.recall

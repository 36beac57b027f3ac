"""Which exercises practise which skill, by kind, and where some are still to be written."""

from collections.abc import Iterable, Mapping, Sequence

from etude.domain.exercise import Exercise, Kind
from etude.domain.skills import SKILLS

# One kind can be passed by habit; a skill that is built and mended, or built and extended, is had.
LEAST_KINDS = 2
_CAPSTONE = "capstone"


def practising(skill: str, exercises: Iterable[Exercise]) -> Mapping[Kind, Sequence[Exercise]]:
    """The exercises of every kind that practise the skill, in the order of their ids."""
    found = [exercise for exercise in exercises if skill in exercise.skills]
    kinds = [kind for kind in Kind if kind is not Kind.QUESTION]  # nobody practises on questions
    return {kind: [one for one in found if one.kind is kind] for kind in kinds}


def is_capstone(exercise: Exercise) -> bool:
    """Whether it brings many skills together; its name says so."""
    return exercise.name.startswith(_CAPSTONE)


def gaps(exercises: Sequence[Exercise]) -> Mapping[str, Sequence[Kind]]:
    """Skills of fewer than two kinds of exercise -> the kinds that they have."""
    kinds = {
        skill: [kind for kind, found in practising(skill, exercises).items() if found]
        for skill in SKILLS
    }
    return {skill: found for skill, found in kinds.items() if len(found) < LEAST_KINDS}

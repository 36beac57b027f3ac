"""The exercises, and what each of them asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter

from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.ground import Here

router = APIRouter(prefix="/api", tags=["exercises"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Attributes: passed: whether the variant in the workspace is passed."""

    id: str
    title: str
    summary: str
    kind: str
    level: int
    minutes: int
    skills: Sequence[str]
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Attributes: file: the learner's, relative to the workspace; text: Markdown."""

    id: str
    title: str
    file: str
    seed: int
    text: str


@router.get("/exercises")
def exercises(here: Here) -> Sequence[Listed]:
    """Every installed exercise."""
    practice = here.practice()
    settled = practice.settled()
    return [_listed(one, passed=one.id in settled) for one in practice.exercises.values()]


@router.get(EXERCISE)
def exercise(exercise: TheExercise) -> Statement:
    """One exercise in the variant that is in the workspace."""
    return Statement(
        id=exercise.id,
        title=exercise.title,
        file=exercise.file_name,
        seed=exercise.seed,
        text=read_text(exercise, "README.md"),
    )


def _listed(exercise: Exercise, *, passed: bool) -> Listed:
    return Listed(
        id=exercise.id,
        title=exercise.title,
        summary=exercise.summary,
        kind=str(exercise.kind),
        level=exercise.level,
        minutes=exercise.minutes,
        skills=exercise.skills,
        passed=passed,
    )

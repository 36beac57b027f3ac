"""The exercises, how far one has come with each, and what each of them asks for."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter

from etude.app.practise import Practice
from etude.catalog.texts import read_text
from etude.progress.learner import Learner
from etude.progress.plan import due_exercises
from etude.render.standing import Row, standing_rows
from etude.web.addressed import EXERCISE, TheExercise
from etude.web.asked import FilterAsked, StandingAsked
from etude.web.ground import Here

router = APIRouter(prefix="/api", tags=["exercises"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Attributes:
    passed: whether it was ever passed; points, of: of the best attempt.
    hints: number of the last one shown; due: its skills that should be refreshed by now.
    """

    id: str
    title: str
    summary: str
    topic: str
    kind: str
    level: int
    minutes: int
    skills: Sequence[str]
    passed: bool
    attempts: int
    points: int
    of: int
    hints: int
    solution_seen: bool
    due: Sequence[str]

    @property
    def begun(self) -> bool:
        """Whether there is work on it that has not passed."""
        return not self.passed and bool(self.attempts or self.hints or self.solution_seen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Attributes: file: the learner's, relative to the workspace; text: Markdown."""

    id: str
    title: str
    file: str
    seed: int
    text: str


@router.get("/exercises")
def exercises(
    here: Here, asked: FilterAsked, standing: StandingAsked = StandingAsked.ANY
) -> Sequence[Listed]:
    """The installed exercises that are like what is asked for, in the order of practice."""
    practice = here.practice()
    found = listed(practice, practice.learner())
    takes = {one.id for one in practice.exercises.values() if asked.takes(one)}
    return [one for one in found if one.id in takes and _stands(one, standing)]


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


def listed(practice: Practice, learner: Learner) -> Sequence[Listed]:
    """Every exercise, in the order of practice."""
    due = due_exercises(learner)
    rows = standing_rows(practice.exercises, practice.records.standings())
    return [_listed(row, due.get(row.exercise.id, ())) for row in rows]


def _listed(row: Row, due: Sequence[str]) -> Listed:
    exercise = row.exercise
    return Listed(
        id=exercise.id,
        title=exercise.title,
        summary=exercise.summary,
        topic=exercise.topic,
        kind=str(exercise.kind),
        level=exercise.level,
        minutes=exercise.minutes,
        skills=exercise.skills,
        passed=row.passed,
        attempts=row.attempts,
        points=row.points,
        of=row.of,
        hints=row.hints,
        solution_seen=row.solution_seen,
        due=due,
    )


def _stands(one: Listed, asked: StandingAsked) -> bool:
    match asked:
        case StandingAsked.NOT_PASSED:
            return not one.passed
        case StandingAsked.BEGUN:
            return one.begun
        case StandingAsked.PASSED:
            return one.passed
        case StandingAsked.DUE:
            return bool(one.due)
        case StandingAsked.ANY:
            return True

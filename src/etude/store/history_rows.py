"""What a learner has done with exercises, as rows."""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from etude.domain.history import Deed, Event
from etude.store.tables import AttemptRow, HintRow, SolutionRow


def tries(session: Session, learner: str, exercise: str) -> Iterator[Event]:
    """Without reports and files, of which there may be many; "" is every exercise."""
    asked = (
        select(AttemptRow.exercise, AttemptRow.at, AttemptRow.seed, AttemptRow.passed)
        .where(*about(AttemptRow, learner, exercise))
        .order_by(AttemptRow.id)
    )
    for exercise, at, seed, passed in session.execute(asked):
        yield Event(exercise=exercise, at=at, deed=Deed.TRIED, seed=seed, passed=passed)


def help_taken(session: Session, learner: str, exercise: str) -> Iterator[Event]:
    """Hints and solutions that were shown; "" is every exercise."""
    for hint in session.scalars(select(HintRow).where(*about(HintRow, learner, exercise))):
        yield Event(
            exercise=hint.exercise, at=hint.at, deed=Deed.HINT, seed=hint.seed, number=hint.number
        )
    for seen in session.scalars(select(SolutionRow).where(*about(SolutionRow, learner, exercise))):
        yield Event(exercise=seen.exercise, at=seen.at, deed=Deed.SOLUTION, seed=seen.seed)


def about(
    table: type[AttemptRow | HintRow | SolutionRow], learner: str, exercise: str
) -> list[ColumnElement[bool]]:
    """That a row is the learner's, and about this exercise; "" is every exercise."""
    of_learner = table.learner_id == learner
    return [of_learner, table.exercise == exercise] if exercise else [of_learner]

"""How far a learner has come, as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from etude.domain.exercise import Exercise
from etude.progress.order import in_order
from etude.store.records import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One exercise and what the learner has done with it."""

    exercise: Exercise
    attempts: int = 0
    passed: bool = False
    points: int = 0
    of: int = 0
    hints: int = 0
    solution_seen: bool = False


def standing_rows(
    exercises: Mapping[str, Exercise], standings: Mapping[str, Standing]
) -> Sequence[Row]:
    """A row per exercise, in the order of practice."""
    return [
        _row(exercise, standings.get(exercise.id, Standing(exercise=exercise.id)))
        for exercise in in_order(exercises)
    ]


def standing_table(rows: Sequence[Row], *, current: str = "") -> RenderableType:
    """Every exercise in the given order; ``current`` is marked."""
    table = Table.grid(padding=(0, 1))
    table.add_column(width=1)
    table.add_column(width=1)
    table.add_column(ratio=1, overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    for row in rows:
        here = row.exercise.id == current
        name = Text(row.exercise.id, style="bold" if here else "")
        table.add_row(
            Text("❱" if here else " ", style="bold cyan"), _mark(row), name, Text(_done(row))
        )
    return Group(table, Text(), Text(total(rows), style="bold"))


def _row(exercise: Exercise, found: Standing) -> Row:
    return Row(
        exercise=exercise,
        attempts=found.attempts,
        passed=found.passed,
        points=found.points,
        of=found.of,
        hints=found.hints,
        solution_seen=found.solution_seen,
    )


def total(rows: Sequence[Row]) -> str:
    """ "3 of 8 exercises passed"."""
    passed = sum(row.passed for row in rows)
    return f"{passed} of {len(rows)} exercises passed"


def standing_record(row: Row) -> Mapping[str, object]:
    """The row as plain values."""
    return {
        "exercise": row.exercise.id,
        "title": row.exercise.title,
        "passed": row.passed,
        "attempts": row.attempts,
        "points": row.points,
        "of": row.of,
        "hints": row.hints,
        "solution_seen": row.solution_seen,
    }


def _mark(row: Row) -> Text:
    if row.passed:
        return Text("✓", style="green")
    return Text("✗", style="red") if row.attempts else Text("·", style="dim")


def _done(row: Row) -> str:
    if not row.attempts:
        return f"level {row.exercise.level}"
    attempts = "1 attempt" if row.attempts == 1 else f"{row.attempts} attempts"
    return attempts if row.passed else f"{row.points}/{row.of} points, {attempts}"

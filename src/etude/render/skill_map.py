"""The skills of the curriculum, how well they are mastered, and what is due."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from etude.domain.skills import SKILLS, Skill
from etude.progress.learner import Learner

_WIDTH = 10
_DUE_WIDTH = 5
_WELL = 0.6
_SOMEWHAT = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillRow:
    """Attributes:
    mastery: 0 to 1; due_at: when it should be practised again, None when it never was.
    exercises: how many practise it.
    """

    skill: Skill
    mastery: float = 0.0
    due_at: datetime | None = None
    exercises: int = 0

    def is_due(self, now: datetime) -> bool:
        return self.due_at is not None and self.due_at <= now


def skill_rows(learner: Learner) -> Sequence[SkillRow]:
    """A row per skill, in the order of the curriculum."""
    practised = [skill for exercise in learner.exercises.values() for skill in exercise.skills]
    return [
        SkillRow(
            skill=skill,
            mastery=learner.mastery[name],
            due_at=learner.memories[name].due_at if name in learner.memories else None,
            exercises=practised.count(name),
        )
        for name, skill in SKILLS.items()
    ]


def skill_map(rows: Sequence[SkillRow], *, now: datetime) -> RenderableType:
    """A part for each section, with a bar for each skill that some exercise practises."""
    parts = [
        _section(title, list(found), now)
        for title, found in groupby(rows, key=lambda row: row.skill.section)
    ]
    return Group(*parts)


def due_line(due: Mapping[str, Collection[str]]) -> Text:
    """What to review; ``due`` maps exercises to their skills that are due."""
    if not due:
        return Text("No review is due.", style="dim")
    skills = sorted({skill for found in due.values() for skill in found})
    return Text.assemble(("Due for review: ", "bold yellow"), ", ".join(skills), ". etude next")


def skill_record(row: SkillRow, *, now: datetime) -> Mapping[str, object]:
    """The row as plain values."""
    return {
        "skill": row.skill.id,
        "section": row.skill.section,
        "title": row.skill.title,
        "mastery": round(row.mastery, 3),
        "due_at": row.due_at.isoformat() if row.due_at else None,
        "due": row.is_due(now),
        "exercises": row.exercises,
        "prerequisites": list(row.skill.prerequisites),
    }


def _section(title: str, rows: Sequence[SkillRow], now: datetime) -> RenderableType:
    shown = [row for row in rows if row.exercises]
    left = len(rows) - len(shown)
    head = Text(title, style="bold")
    if left:
        head.append(f"  ({left} more without an exercise)", style="not bold dim")
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=8, min_width=8)
    table.add_column(width=_WIDTH, min_width=_WIDTH)
    table.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column(justify="right", width=_DUE_WIDTH, min_width=_DUE_WIDTH)
    for row in shown:
        table.add_row(row.skill.id, _bar(row.mastery), row.skill.title, _when(row, now))
    return Group(head, table, Text()) if shown else head


def _bar(mastery: float) -> Text:
    filled = round(mastery * _WIDTH)
    style = "green" if mastery >= _WELL else "yellow" if mastery >= _SOMEWHAT else "red"
    return Text.assemble(("━" * filled, style), ("─" * (_WIDTH - filled), "dim"))


def _when(row: SkillRow, now: datetime) -> Text:
    if row.due_at is None:
        return Text()
    if row.is_due(now):
        return Text("due", style="bold yellow")
    days = max(1, round((row.due_at - now) / timedelta(days=1)))
    return Text(f"{days} d", style="dim")

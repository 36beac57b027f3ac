"""`etude status`: how far you have come."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, tell_added, warn

if TYPE_CHECKING:
    from etude.app.open_practice import Opened
    from etude.progress.learner import Learner
    from etude.render.skill_map import SkillRow
    from etude.render.standing import Row


@click.command("status", short_help="Show how far you have come.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Show the map of skills, what is due for review today, and every exercise with your attempts.

    The bar of a skill is how well you master it: it grows with every pass, less with tries and
    hints, and fades with time. Behind it stands in how many days a review is due.
    """
    from etude.app.open_practice import open_practice

    opened = open_practice()
    tell_added(opened.added)
    rows = standing_rows(opened)
    learner = opened.practice.learner()
    if as_json:
        print_json(_record(opened, rows, learner))
    else:
        _print(rows, learner)
    warn(opened.practice.records.problem)
    return Code.OK


def _record(opened: "Opened", rows: "list[Row]", learner: "Learner") -> dict[str, object]:
    from etude.progress.plan import due_exercises
    from etude.render.skill_map import skill_record
    from etude.render.standing import standing_record

    return {
        "workspace": str(opened.practice.workspace.root),
        "skills": [skill_record(row, now=learner.now) for row in _skill_rows(learner)],
        "due": {name: list(skills) for name, skills in due_exercises(learner).items()},
        "exercises": [standing_record(row) for row in rows],
    }


def _print(rows: "list[Row]", learner: "Learner") -> None:
    from etude.progress.plan import choose, due_exercises
    from etude.render.skill_map import due_line, skill_map
    from etude.render.standing import standing_table

    chosen = choose(learner)
    screen = console()
    screen.print(skill_map(_skill_rows(learner), now=learner.now))
    screen.print(due_line(due_exercises(learner)))
    screen.print()
    screen.print(standing_table(rows, current=chosen.exercise.id if chosen else ""))


def _skill_rows(learner: "Learner") -> "list[SkillRow]":
    """A row per skill, in the order of the curriculum."""
    from etude.domain.skills import SKILLS
    from etude.render.skill_map import SkillRow

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


def standing_rows(opened: "Opened") -> "list[Row]":
    """A row per exercise, in the order of practice."""
    from etude.progress.order import in_order
    from etude.render.standing import Row
    from etude.store.records import Standing

    standings = opened.practice.records.standings()
    rows = []
    for exercise in in_order(opened.practice.exercises):
        found = standings.get(exercise.id, Standing(exercise=exercise.id))
        rows.append(
            Row(
                exercise=exercise,
                attempts=found.attempts,
                passed=found.passed,
                points=found.points,
                of=found.of,
                hints=found.hints,
                solution_seen=found.solution_seen,
            )
        )
    return rows

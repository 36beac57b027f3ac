"""`etude status`: how far you have come."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, tell_added, warn

if TYPE_CHECKING:
    from etude.app.open_practice import Opened
    from etude.progress.learner import Learner
    from etude.render.standing import Row


@click.command("status", short_help="Show how far you have come.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Show the map of skills, what is due for review today, and every exercise with your attempts.

    The bar of a skill is how well you master it: it grows with every pass, less with tries and
    hints, and fades with time. Behind it stands in how many days a review is due.
    """
    from etude.app.open_practice import open_practice
    from etude.render.standing import standing_rows

    opened = open_practice()
    tell_added(opened.added)
    practice = opened.practice
    rows = standing_rows(practice.exercises, practice.records.standings())
    learner = practice.learner()
    if as_json:
        print_json(_record(opened, rows, learner))
    else:
        _print(rows, learner)
    warn(opened.practice.records.problem)
    return Code.OK


def _record(opened: "Opened", rows: "Sequence[Row]", learner: "Learner") -> dict[str, object]:
    from etude.progress.plan import due_exercises
    from etude.render.skill_map import skill_record, skill_rows
    from etude.render.standing import standing_record

    return {
        "workspace": str(opened.practice.workspace.root),
        "skills": [skill_record(row, now=learner.now) for row in skill_rows(learner)],
        "due": {name: list(skills) for name, skills in due_exercises(learner).items()},
        "exercises": [standing_record(row) for row in rows],
    }


def _print(rows: "Sequence[Row]", learner: "Learner") -> None:
    from etude.progress.plan import choose, due_exercises
    from etude.render.skill_map import due_line, skill_map, skill_rows
    from etude.render.standing import standing_table

    chosen = choose(learner)
    screen = console()
    screen.print(skill_map(skill_rows(learner), now=learner.now))
    screen.print(due_line(due_exercises(learner)))
    screen.print()
    screen.print(standing_table(rows, current=chosen.exercise.id if chosen else ""))

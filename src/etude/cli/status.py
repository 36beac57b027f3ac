"""`etude status`: how far you have come."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, tell_added, warn

if TYPE_CHECKING:
    from etude.app.open_practice import Opened
    from etude.render.standing import Row


@click.command("status", short_help="Show how far you have come.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Show every exercise with your attempts, in the order of practice."""
    from etude.app.open_practice import open_practice
    from etude.render.standing import standing_record, standing_table

    opened = open_practice()
    tell_added(opened.added)
    rows = standing_rows(opened)
    workspace = str(opened.practice.workspace.root)
    if as_json:
        print_json({"workspace": workspace, "exercises": [standing_record(row) for row in rows]})
    else:
        console().print(standing_table(rows, current=_current(rows)))
    warn(opened.practice.records.problem)
    return Code.OK


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


def _current(rows: "list[Row]") -> str:
    return next((row.exercise.id for row in rows if not row.passed), "")

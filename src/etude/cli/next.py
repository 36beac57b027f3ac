"""`etude next`: what to practise next."""

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, tell_added, warn


@click.command("next", short_help="Show what to practise next.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Show the statement of the next exercise, and which file to edit."""
    from etude.app.open_practice import open_practice
    from etude.progress.order import next_exercise
    from etude.render.pages import task_page

    opened = open_practice()
    tell_added(opened.added)
    practice = opened.practice
    chosen = next_exercise(practice.exercises, practice.records.passed())
    if as_json:
        path = practice.workspace.path(chosen) if chosen else None
        print_json({"exercise": chosen.id if chosen else None, "file": str(path) if path else None})
    elif chosen is None:
        click.echo("You have passed every exercise. etude list shows them all.")
    else:
        console().print(task_page(chosen, opened.shown))
    warn(practice.records.problem)
    return Code.OK

"""`etude solution`: an exemplary answer."""

import sys

import click

from etude.cli.arguments import exercise_argument
from etude.cli.codes import Code
from etude.cli.terminal import console, warn


@click.command("solution", short_help="Show an exemplary answer.")
@exercise_argument()
@click.option("--yes", is_flag=True, help="Do not ask, even if you have not passed yet.")
def command(exercise: str | None, *, yes: bool) -> Code:
    """Show an exemplary answer to EXERCISE; asks first if you have not passed it yet."""
    from etude.app.open_practice import open_practice
    from etude.catalog.texts import read_text
    from etude.render.pages import code_page

    opened = open_practice()
    records = opened.practice.records
    chosen = opened.exercise(exercise)
    if not opened.practice.so_far(chosen).passed:
        if not yes and not _agreed(chosen.id):
            return Code.NOT_PASSED
        records.keep_solution_seen(chosen.id, seed=chosen.seed)
    code = read_text(chosen, "solution.py")
    console().print(code_page(code), soft_wrap=True)
    warn(records.problem)
    return Code.OK


def _agreed(exercise: str) -> bool:
    question = f"You have not passed {exercise} yet. See its solution all the same?"
    if not sys.stdin.isatty():
        click.echo(f"{question} Then say so: etude solution {exercise} --yes", err=True)
        return False
    return click.confirm(question, err=True)

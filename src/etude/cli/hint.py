"""`etude hint`: a nudge, then another."""

import click

from etude.cli.arguments import exercise_argument, json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, warn


@click.command("hint", short_help="Show the next hint.")
@exercise_argument()
@click.option("--number", type=click.IntRange(min=1), help="Show this hint again.")
@json_option()
def command(exercise: str | None, number: int | None, *, as_json: bool) -> Code:
    """Show the next hint for EXERCISE, from a nudge to nearly told."""
    from etude.app.hints import hint_after
    from etude.app.open_practice import open_practice
    from etude.render.pages import hint_page

    opened = open_practice()
    records = opened.practice.records
    chosen = opened.exercise(exercise, unsolved=True)
    shown = opened.practice.so_far(chosen).hints
    hint = hint_after(chosen, shown if number is None else number - 1)
    if number is None:
        records.keep_hint(chosen.id, hint.number, seed=chosen.seed)
    if as_json:
        print_json({"exercise": chosen.id, "number": hint.number, "of": hint.of, "text": hint.text})
    else:
        console().print(hint_page(chosen.id, hint.number, hint.of, hint.text))
    warn(records.problem)
    return Code.OK

"""`etude reset`: the starter again, and your file kept."""

import click

from etude.cli.arguments import exercise_argument
from etude.cli.codes import Code


@click.command("reset", short_help="Put a starter back; your file is kept.")
@exercise_argument(required=True)
def command(exercise: str) -> Code:
    """Put the starter of EXERCISE back; the file you have is kept as a backup."""
    from etude.app.open_practice import open_practice
    from etude.domain.problem import Problem

    opened = open_practice()
    chosen = opened.exercise(exercise)
    try:
        kept = opened.practice.workspace.reset(chosen)
    except OSError as error:
        raise Problem(f"{error.filename} cannot be written: {error.strerror}.") from None
    click.echo(f"{opened.shown(chosen.file_name)} is the starter again.")
    if kept is not None:
        click.echo(f"Your file is kept: {kept}")
    return Code.OK

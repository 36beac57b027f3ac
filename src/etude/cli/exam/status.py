"""`etude exam status`: the clock, and what has been done."""

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code


@click.command("status", short_help="Show the clock and your marks.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Show the clock, and of each question what you have handed in and its mark."""
    from etude.cli.exam.opened import mark_what_waits, opened_sitting, print_state

    with opened_sitting() as here:
        mark_what_waits(here, quietly=True)
        print_state(here, as_json=as_json)
    return Code.OK

"""`etude exam pause`: stops the clock where that is allowed."""

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code


@click.command("pause", short_help="Stop the clock, in a sitting that allows it.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Stop the clock. The sitting must have been started with --pauses."""
    from etude.app.exam.pause import pause
    from etude.cli.exam.opened import opened_sitting, print_state

    with opened_sitting() as here:
        pause(here.exam, here.sitting)
        print_state(here, as_json=as_json)
    return Code.OK

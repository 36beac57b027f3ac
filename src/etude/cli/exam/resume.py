"""`etude exam resume`: lets the clock go on after a pause."""

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code


@click.command("resume", short_help="Let the clock go on.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Let the clock go on after a pause."""
    from etude.app.exam.pause import resume
    from etude.cli.exam.opened import opened_sitting, print_state

    with opened_sitting() as here:
        resume(here.exam, here.sitting)
        print_state(here, as_json=as_json)
    return Code.OK

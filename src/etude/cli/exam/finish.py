"""`etude exam finish`: ends a sitting."""

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code

_QUESTION = (
    "What lies in the folders and was not submitted is submitted now. End the sitting? It cannot "
    "be taken up again."
)


@click.command("finish", short_help="End the sitting.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@json_option()
def command(*, yes: bool, as_json: bool) -> Code:
    """End the sitting: what lies in the folders and was not submitted is submitted now.

    The exit code is 0 for a sitting that is passed, and 1 for another.
    """
    from etude.app.exam.settle import finish
    from etude.cli.exam.opened import mark_what_waits, opened_sitting, print_state
    from etude.exams.state import Phase

    with opened_sitting() as here:
        if not yes and here.state().phase is not Phase.FINISHED:
            click.confirm(_QUESTION, abort=True, err=as_json)
        finish(here.exam, here.sitting)
        mark_what_waits(here, quietly=as_json)
        print_state(here, as_json=as_json)
        if not as_json:
            click.echo("Why points were lost, and what to practise: etude exam review")
        passed = here.marks(here.state()).passed
    return Code.OK if passed else Code.NOT_PASSED

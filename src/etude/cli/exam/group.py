"""`etude exam`: the mock exams."""

import click

from etude.cli.codes import Code
from etude.cli.lazy import LazyGroup

# In the order in which a candidate meets them.
COMMANDS = {
    "list": "etude.cli.exam.list",
    "start": "etude.cli.exam.start",
    "status": "etude.cli.exam.status",
    "run": "etude.cli.exam.run",
    "submit": "etude.cli.exam.submit",
    "pause": "etude.cli.exam.pause",
    "resume": "etude.cli.exam.resume",
    "finish": "etude.cli.exam.finish",
    "review": "etude.cli.exam.review",
    "credential": "etude.cli.exam.credential",
    "appeal": "etude.cli.exam.appeal",
    "remark": "etude.cli.exam.remark",
}


@click.group(
    "exam",
    cls=LazyGroup,
    commands=COMMANDS,
    invoke_without_command=True,
    short_help="Sit a mock exam.",
)
@click.pass_context
def command(ctx: click.Context) -> Code | None:
    """Sit a mock exam, with a clock, on data that you do not have.

    Without a command you are in the room: it shows the clock and keeps every save of every
    question. Leave it when you like; the sitting goes on.
    """
    if ctx.invoked_subcommand is not None:
        return None
    from etude.cli.exam.room import sit

    return sit()

"""The commands as documents: the help of each, and the schema of ``--json``."""

from collections.abc import Iterator, Mapping

import click

from etude.cli.main import cli
from etude.render.checkup_json import checkup_schema
from etude.render.report_json import json_text, report_schema

_WIDTH = 80
_HEADING = """\
# The command line

`etude check --json` prints a report as [report.schema.json](report.schema.json) describes it;
with `--profile` it has a `profile` as well, as in [checkup.schema.json](checkup.schema.json).
With `--json` standard output holds JSON alone; what went wrong is told on standard error.

Two variables are read: `ETUDE_HOME` names the folder that holds everything étude keeps about you
(by default the usual place of your system), and `ETUDE_DATABASE` the URL of a database for your
attempts (by default a SQLite file in that folder).
"""


def documents() -> Mapping[str, str]:
    """File name in the docs folder -> its text."""
    return {
        "cli.md": "\n".join([_HEADING, *_sections(cli, "etude", None)]),
        "checkup.schema.json": json_text(checkup_schema()) + "\n",
        "report.schema.json": json_text(report_schema()) + "\n",
    }


def _sections(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    """The help of a command and of those below it."""
    context = click.Context(
        command,
        info_name=name,
        parent=parent,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )
    path = context.command_path
    yield f"## {path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            found = command.get_command(context, below)
            if found is not None:
                yield from _sections(found, below, context)

"""`etude exam appeal`: asks for a mark to be looked at again."""

import os

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import print_json


@click.command("appeal", short_help="Ask for a mark to be looked at again.")
@click.argument("number", metavar="N", type=click.IntRange(1))
@click.argument("why")
@json_option()
def command(number: int, why: str, *, as_json: bool) -> Code:
    """Bundle what was handed in for question N into one file, with WHY its mark is wrong.

    The file holds the statement, your program, what it wrote, what étude said of it, and your
    words; nothing hidden, and no folder of this machine. Send it to whoever wrote the question, who
    marks it again with: etude dev replay FILE
    """
    from etude.app.exam.appeal import appeal
    from etude.cli.exam.opened import mark_what_waits, opened_sitting

    with opened_sitting() as here:
        mark_what_waits(here, quietly=True)
        made = appeal(here.exam, here.sitting, number, why)
    shown = os.path.relpath(made.path)
    if as_json:
        print_json({"question": number, "mark": made.mark, "file": shown})
    else:
        click.echo(f"Your appeal against the mark {made.mark} of question {number}: {shown}")
        click.echo("Send it to whoever wrote the question; they replay it: etude dev replay FILE")
    return Code.OK

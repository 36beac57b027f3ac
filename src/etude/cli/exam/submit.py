"""`etude exam submit`: hands in what a program has written."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, warn
from etude.domain.exam import BEST_MARK

if TYPE_CHECKING:
    from etude.app.exam.mark import MarkedNow
    from etude.app.exam.submit import Submitted
    from etude.domain.exam import Blueprint


@click.command("submit", short_help="Hand in a question, and be told its mark.")
@click.argument("number", metavar="N", type=click.IntRange(1))
@json_option()
def command(number: int, *, as_json: bool) -> Code:
    """Hand in what lies in the folder of question N, and be told its mark.

    "Submitted" is printed when the files are safe on the disk; then they are marked. Submit as
    often as you like: the best mark counts. The exit code is 0 for the full mark, and 1 below it.
    """
    from etude.app.exam.submit import submit
    from etude.cli.exam.opened import mark_what_waits, opened_sitting

    with opened_sitting() as here:
        submitted = submit(here.exam, here.sitting, number)
        if not as_json:
            click.echo(f"Submitted question {number} (submission {submitted.count}).")
            _tell_outdated(submitted)
        marked = mark_what_waits(here, quietly=as_json)
        mine = [one for one in marked if one.submission == submitted.event.number]
        _tell(submitted, mine, here.sitting.blueprint, as_json=as_json)
    return _code(mine)


def _tell_outdated(submitted: "Submitted") -> None:
    number = submitted.event.question
    if submitted.outdated:
        warn(
            f"You have saved the program after it wrote what is handed in. To hand in what it "
            f"writes now: etude exam run {number}, then etude exam submit {number}"
        )


def _code(mine: "list[MarkedNow]") -> Code:
    if not mine or mine[0].marked.waits:
        return Code.COULD_NOT_RUN
    return Code.OK if mine[0].marked.mark == BEST_MARK else Code.NOT_PASSED


def _tell(
    submitted: "Submitted", mine: "list[MarkedNow]", blueprint: "Blueprint", *, as_json: bool
) -> None:
    import msgspec

    from etude.exams.feedback import shown_verdicts
    from etude.render.sitting import marked_block

    marked = next((one.marked for one in mine if not one.marked.waits), None)
    verdicts = shown_verdicts(marked, blueprint, over=False) if marked else []
    if as_json:
        print_json(
            {
                "question": submitted.event.question,
                "submission": submitted.count,
                "outdated": submitted.outdated,
                "files": dict(submitted.event.files),
                "mark": marked.mark if marked else None,
                "contract_broken": marked.contract_broken if marked else None,
                "verdicts": msgspec.to_builtins(list(verdicts)),
            }
        )
    elif marked is not None:
        told = [] if marked.contract_broken else verdicts  # the form was told as it was found
        console().print(marked_block(marked.mark, told))

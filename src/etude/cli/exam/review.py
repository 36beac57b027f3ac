"""`etude exam review`: why points were lost, and what to do about it."""

from typing import TYPE_CHECKING, Any

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json
from etude.domain.exam import BEST_MARK

if TYPE_CHECKING:
    from etude.app.exam.review import LookedBack
    from etude.cli.exam.opened import OpenedSitting


@click.command("review", short_help="See why points were lost, when the sitting is over.")
@click.option(
    "--run",
    "runs",
    is_flag=True,
    help="Run programs that lost points and were not run in the sandbox; that tells more.",
)
@json_option()
def command(*, runs: bool, as_json: bool) -> Code:
    """Show the marks of a sitting that is over, and for every lost point the reason.

    The exit code is 0 for a sitting that is passed, and 1 for another.
    """
    from etude.app.exam.review import finished_state, look_back
    from etude.cli.exam.opened import mark_what_waits, opened_sitting, print_state

    with opened_sitting() as here:
        finished_state(here.exam, here.sitting)
        mark_what_waits(here, quietly=True)
        found = look_back(here.exam, here.sitting, runs=runs)
        if as_json:
            _print_record(here, list(found))
        else:
            print_state(here, as_json=False)
            for question in found:
                _show(question)
        passed = here.marks(here.state()).passed
    return Code.OK if passed else Code.NOT_PASSED


def _show(question: "LookedBack") -> None:
    from rich.text import Text

    from etude.render.finding import finding_block
    from etude.render.quotes import Quotes
    from etude.render.sitting import marked_block

    screen = console()
    asked = question.asked
    screen.print()
    screen.print(Text(f"{asked.number}. {asked.question.title}", style="bold"))
    if question.marked is None:
        screen.print(Text("Nothing was handed in.", style="dim"))
        return
    screen.print(marked_block(question.marked.mark, question.marked.verdicts))
    texts = {path: data.decode(errors="replace") for path, data in question.files.items()}
    quotes = Quotes(texts=texts, place=lambda path: f"{asked.folder.name}/{path}")
    for finding in question.report.findings if question.report else ():
        screen.print(finding_block(finding, quotes))
    if not question.was_run and question.marked.mark < BEST_MARK:
        told = "This program was not run in the sandbox; more can be told: etude exam review --run"
        screen.print(Text(told, style="dim"))


def _print_record(here: "OpenedSitting", found: "list[LookedBack]") -> None:
    import msgspec

    from etude.render.sitting_json import sitting_record

    state = here.state()
    record = sitting_record(state, here.marks(state))
    reviewed: list[dict[str, Any]] = [
        {
            "number": question.asked.number,
            "question": question.asked.question.id,
            "seed": question.asked.item.seed,
            "was_run": question.was_run,
            "marked": msgspec.to_builtins(question.marked),
            "findings": msgspec.to_builtins(
                list(question.report.findings) if question.report else []
            ),
        }
        for question in found
    ]
    print_json(record | {"review": reviewed})

"""`etude exam run`: runs the program of a question in the sandbox."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json

if TYPE_CHECKING:
    from etude.app.exam.run import Ran


@click.command("run", short_help="Run the program of a question in the sandbox.")
@click.argument("number", metavar="N", type=click.IntRange(1))
@click.option("--all", "everything", is_flag=True, help="Show all output.")
@json_option()
def command(number: int, *, everything: bool, as_json: bool) -> Code:
    """Run the program of question N, and put the files that it writes into its folder.

    You may as well run it with your own Python; but what the sandbox saw of a training helps the
    review to tell you what went wrong. Nothing is submitted.
    """
    from etude.app.exam.run import run
    from etude.cli.exam.opened import opened_sitting

    with opened_sitting() as here:
        ran = run(here.exam, here.sitting, number, on_frame=None if as_json else _tell_epoch)
    if as_json:
        print_json(_record(ran))
    else:
        _show(ran, everything=everything)
    return _code(ran)


def _tell_epoch(frame: Mapping[str, Any]) -> None:
    from etude.render.epoch import epoch_line

    line = epoch_line(frame)
    if line:
        click.echo(line)


def _code(ran: "Ran") -> Code:
    from etude.domain.outcome import Fault

    if ran.report.fault in (None, Fault.LEARNER):
        return Code.OK if ran.report.fault is None and not ran.refused else Code.NOT_PASSED
    return Code.COULD_NOT_RUN


def _show(ran: "Ran", *, everything: bool) -> None:
    from etude.render.report import ReportView
    from etude.render.sitting import refusal_line

    screen = console()
    screen.print(
        ReportView(
            report=ran.report,
            title=ran.asked.question.title,
            files={path: data.decode(errors="replace") for path, data in ran.files.items()},
            place=lambda path: f"{ran.asked.folder.name}/{path}",
            everything=everything,
        )
    )
    for name, why in ran.refused.items():
        screen.print(refusal_line(name, why), style="yellow")
    if ran.written:
        folder = ran.asked.folder.name
        screen.print(f"Written: {', '.join(f'{folder}/{name}' for name in ran.written)}")
        screen.print(f"To hand it in: etude exam submit {ran.asked.number}")


def _record(ran: "Ran") -> Mapping[str, object]:
    import msgspec

    return {
        "question": ran.asked.number,
        "written": list(ran.written),
        "refused": dict(ran.refused),
        "report": msgspec.to_builtins(ran.report),
    }

"""`etude doctor`: looks at a person's own program."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json
from etude.domain.visit import DEFAULT_SECONDS, RETRAIN_SECONDS

if TYPE_CHECKING:
    from etude.app.doctor import Wishes
    from etude.domain.checkup import Checkup, Kind

_PROFILE_SECONDS = 10.0
_EPILOG = """\
\b
Exit codes:
  0    nothing serious was found (warnings and advice may have been)
  1    something is wrong, or the program did not come to its end
  3    it could not be run or read
"""


class _Doctor(click.Command):
    """Options are étude's up to ``--``, wherever they stand, and the program's after it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as unknown:
            ctx.fail(
                f"{unknown.format_message()} An option of the program itself follows --: "
                f"etude doctor train.py -- {unknown.option_name}"
            )


@click.command(
    "doctor",
    cls=_Doctor,
    short_help="Run your own program once and explain what is wrong with it.",
    epilog=_EPILOG,
)
@click.option("--seconds", default=DEFAULT_SECONDS, show_default=True, help="End it after this.")
@click.option("--epochs", type=click.IntRange(1), help="End each training after so many epochs.")
@click.option("--steps", type=click.IntRange(1), help="End each training after so many batches.")
@click.option("--keep-going", is_flag=True, help="Train even when it is seen to be hopeless.")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    help="Examples for a saved model: an .npz with inputs and labels.",
)
@click.option(
    "--profile",
    is_flag=True,
    help="Take 10 s to measure the input pipeline and what would speed it up.",
)
@click.option("--once", is_flag=True, help="Never train a second time to find out what went wrong.")
@click.option("--all", "everything", is_flag=True, help="Show every finding in full.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a report to this file.")
@click.option("--sarif", type=click.Path(path_type=Path), help="Write annotations for editors.")
@json_option()
@click.argument("target", type=click.Path(path_type=Path))
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(
    target: Path,
    arguments: tuple[str, ...],
    *,
    seconds: float,
    epochs: int | None,
    steps: int | None,
    keep_going: bool,
    data: Path | None,
    profile: bool,
    once: bool,
    everything: bool,
    html: Path | None,
    sarif: Path | None,
    as_json: bool,
) -> Code:
    """Look at TARGET and explain what is wrong with it.

    A script or a notebook is run once, as it would be without étude, with your files and rights;
    nothing is changed in it. Where its last training went badly, étude may train the model again
    afterwards, for some seconds. What follows -- is handed to it: etude doctor train.py -- --lr 1.
    A saved model (.keras, .h5, a SavedModel folder) is opened in the sandbox.
    """
    from etude.app.targets import kind_of
    from etude.domain.checkup import Kind

    kind = kind_of(target)
    if kind is Kind.MODEL:
        checkup = _examined_model(target, data)
    else:
        from etude.app.doctor import Wishes

        wishes = Wishes(
            epochs=epochs,
            steps=steps,
            seconds=seconds,
            keep_going=keep_going,
            profile_seconds=_PROFILE_SECONDS if profile else None,
            retrain_seconds=0.0 if once else RETRAIN_SECONDS,
        )
        checkup = _examined(target, kind, arguments, wishes, as_json=as_json)
    _show(checkup, everything=everything, as_json=as_json)
    _write(checkup, html=html, sarif=sarif)
    return Code.OK if checkup.healthy else Code.NOT_PASSED


def _examined_model(target: Path, data: Path | None) -> "Checkup":
    """Reads a saved model; the report is kept for the pages of `etude web`."""
    from etude.app.doctor import examine_model
    from etude.app.places import find_places
    from etude.app.records import utc_now
    from etude.app.visits import Visits
    from etude.domain.checkup import Kind

    visits = Visits(state=find_places().state)
    with visits.watched(target, Kind.MODEL, now=utc_now()) as watched:
        checkup = examine_model(target, data)
        watched.tell(checkup)
    return checkup


def _examined(
    target: Path, kind: "Kind", arguments: tuple[str, ...], wishes: "Wishes", *, as_json: bool
) -> "Checkup":
    """Runs the program; pages of `etude web` can follow it meanwhile."""
    from etude.app.doctor import examine_program
    from etude.app.places import find_places
    from etude.app.records import utc_now
    from etude.app.visits import Visits

    progress = _Progress()
    with Visits(state=find_places().state).watched(target, kind, now=utc_now()) as watched:

        def hear(frame: Mapping[str, Any]) -> None:
            progress.hear(frame)
            watched.hear(frame)

        checkup = examine_program(
            target, kind, arguments, wishes=wishes, on_frame=hear, prints_to_stderr=as_json
        )
        watched.tell(checkup)
    return checkup


def _show(checkup: "Checkup", *, everything: bool, as_json: bool) -> None:
    if as_json:
        from etude.render.checkup_json import checkup_record

        print_json(checkup_record(checkup))
        return
    from etude.render.checkup import CheckupView

    click.echo()  # the program's own output stands above
    console().print(CheckupView(checkup, everything=everything))


def _write(checkup: "Checkup", *, html: Path | None, sarif: Path | None) -> None:
    from etude.app.whole_file import write_whole

    if html is not None:
        from etude.render.html.page import checkup_page

        write_whole(html, checkup_page(checkup).encode())
        click.echo(f"The report is in {html}.", err=True)
    if sarif is not None:
        from etude.diagnoses.diagnose import catalogue
        from etude.render.report_json import json_text
        from etude.render.sarif import sarif_record

        write_whole(sarif, json_text(sarif_record(checkup, catalogue())).encode())
        click.echo(f"The annotations are in {sarif}.", err=True)


class _Progress:
    """A line per epoch, on standard error, where the program's own output does not go."""

    def __init__(self) -> None:
        self._console = console(stderr=True)
        self._epochs: dict[int, Any] = {}

    def hear(self, frame: Mapping[str, Any]) -> None:
        if not self._console.is_terminal:
            return
        if frame["kind"] == "fit":
            self._epochs[frame["index"]] = frame.get("arguments", {}).get("epochs")
        elif frame["kind"] == "epoch":
            self._tell(frame)
        elif frame["kind"] == "retrains":
            changes = " and ".join(frame["changes"])
            self._console.print(f"étude: trains once more, with {changes}", style="dim")

    def _tell(self, frame: Mapping[str, Any]) -> None:
        of = self._epochs.get(frame["fit"])
        total = f" of {of}" if of else ""
        numbers = [f"{k} {v:.4g}" for k, v in frame["logs"].items() if isinstance(v, float)]
        self._console.print(
            f"étude: epoch {frame['epoch'] + 1}{total}: {', '.join(numbers)}", style="dim"
        )

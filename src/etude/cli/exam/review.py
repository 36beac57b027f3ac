"""`etude exam review`: why points were lost, and what to do about it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json
from etude.domain.exam import BEST_MARK

if TYPE_CHECKING:
    from etude.domain.review import Review


@click.command("review", short_help="See why points were lost, when the sitting is over.")
@click.option(
    "--run",
    "runs",
    is_flag=True,
    help="Run programs that lost points and were not run in the sandbox; that tells more.",
)
@click.option("--all", "everything", is_flag=True, help="Show also what was reached.")
@click.option("--html", type=click.Path(path_type=Path), help="Write a report to this file.")
@json_option()
def command(*, runs: bool, everything: bool, html: Path | None, as_json: bool) -> Code:
    """Show what a sitting that is over came to.

    That is the marks, for every lost point the reason, and what to practise next.

    The exit code is 0 for a sitting that is passed, and 1 for another.
    """
    from etude.app.exam.queue import queue_exercises
    from etude.app.exam.review import finished_state
    from etude.app.exam.reviewed import review
    from etude.cli.exam.opened import mark_what_waits, opened_sitting

    with opened_sitting() as here:
        finished_state(here.exam, here.sitting)
        mark_what_waits(here, quietly=True)
        found = review(here.exam, here.sitting, runs=runs, self_issued=_self_issued())
        wanted = [queued.exercise for one in found.practice for queued in one.exercises]
        queued_now = queue_exercises(here.exam, here.sitting, wanted)
    if html is not None:
        _write(found, html)
    if as_json:
        import msgspec

        print_json(msgspec.to_builtins(found) | {"passed": found.result.passed})
    else:
        _show(found, everything=everything)
        if queued_now:
            click.echo("These exercises are queued: etude next brings them, one after the other.")
        if html is not None:
            click.echo(f"The report is in {html}")
    return Code.OK if found.result.passed else Code.NOT_PASSED


def _self_issued() -> bool:
    """Whether the issuer of this machine has no name, or there is none."""
    from etude.app.credentials import open_issuer
    from etude.app.places import find_places
    from etude.domain.problem import Problem

    try:
        return open_issuer(find_places()).issuer().self_issued
    except Problem:  # what credentials need is not installed
        return True


def _show(found: "Review", *, everything: bool) -> None:
    from etude.render.review import ReviewView

    screen = console()
    screen.print(ReviewView(review=found, everything=everything))
    lost = [one for one in found.questions if one.submissions and one.mark < BEST_MARK]
    if any(not one.fits for one in lost):
        click.echo("Programs that were not run in the sandbox tell more: etude exam review --run")
    if found.result.passed:
        click.echo("To get the credential: etude exam credential")


def _write(found: "Review", path: Path) -> None:
    from etude.app.whole_file import write_whole
    from etude.domain.problem import Problem
    from etude.render.html.review import review_page

    try:
        write_whole(path, review_page(found).encode())
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror}.") from None

"""`etude check`: runs and explains one exercise."""

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import exercise_argument, json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, tell_added, warn

if TYPE_CHECKING:
    from etude.app.open_practice import Opened
    from etude.app.practise import Checked
    from etude.domain.report import Report


@click.command("check", short_help="Run an exercise and explain what is wrong.")
@exercise_argument()
@click.option("--all", "everything", is_flag=True, help="Show every finding and all output.")
@click.option(
    "--profile",
    is_flag=True,
    help="Take 5 s more to measure the input pipeline and what would speed it up.",
)
@json_option()
def command(exercise: str | None, *, everything: bool, profile: bool, as_json: bool) -> Code:
    """Run EXERCISE (an id or a file) and explain what is wrong.

    Without one: the exercise whose folder you are in, else the one you edited last, else the
    next one.
    """
    from etude.app.open_practice import open_practice
    from etude.app.practise import PROFILE_SECONDS

    opened = open_practice()
    tell_added(opened.added)
    with contextlib.closing(opened.practice) as practice:
        chosen = opened.exercise(exercise)
        with _waiting(chosen.id):
            checked = practice.check(chosen, profile_seconds=PROFILE_SECONDS if profile else 0.0)
    if as_json:
        _print_record(checked, profile=profile)
    else:
        show(opened, checked, everything=everything)
        if profile:
            _show_profile(opened, checked)
    return code_of(checked.report)


def show(opened: "Opened", checked: "Checked", *, everything: bool) -> None:
    """The report for a person, and a warning if the attempt could not be kept."""
    from etude.render.report import ReportView

    view = ReportView(
        report=checked.report,
        title=checked.exercise.title,
        files=checked.texts(),
        place=opened.shown,
        everything=everything,
    )
    console().print(view)
    warn(not_kept(checked))


def not_kept(checked: "Checked") -> str:
    """What to say when the attempt is not stored; "" when it is."""
    return f"This attempt was not stored. {checked.problem}" if checked.problem else ""


def code_of(report: "Report") -> Code:
    """0 passed, 1 not passed, 3 when étude or the exercise could not judge it."""
    from etude.app.practise import is_attempt

    if report.passed:
        return Code.OK
    return Code.NOT_PASSED if is_attempt(report) else Code.COULD_NOT_RUN


def _print_record(checked: "Checked", *, profile: bool) -> None:
    from etude.render.report_json import report_record
    from etude.render.seen_json import seen_record

    record = report_record(checked.report, stored=checked.kept, storage_problem=checked.problem)
    if profile:
        record["profile"] = seen_record(checked.seen)["profile"] if checked.seen else None
    print_json(record)


def _show_profile(opened: "Opened", checked: "Checked") -> None:
    from etude.domain.listing import Listing, Part
    from etude.domain.profile import NOT_PROFILED
    from etude.render.pipeline_profile import PipelineProfileView
    from etude.render.quotes import Quotes

    file, texts = checked.submission.file, checked.texts()
    view = PipelineProfileView(
        profile=(checked.seen and checked.seen.profile) or NOT_PROFILED,
        listing=Listing([Part(name=file, first=1, text=texts.get(file, ""))]),
        quotes=Quotes(texts=texts, place=opened.shown),
    )
    console().print()
    console().print(view)


@contextlib.contextmanager
def _waiting(exercise: str) -> Iterator[None]:
    """Says on a terminal that something is going on."""
    errors = console(stderr=True)
    if not errors.is_terminal:
        yield
        return
    with errors.status(f"running {exercise} (a first run loads TensorFlow)"):
        yield

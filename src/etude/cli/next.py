"""`etude next`: what to practise next, and why."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console, print_json, tell_added, warn

if TYPE_CHECKING:
    from etude.app.open_practice import Opened
    from etude.app.turn import Turned
    from etude.progress.learner import Learner
    from etude.progress.plan import Choice


@click.command("next", short_help="Show what to practise next, and why.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Show what to practise next, why, and which file to edit.

    First what you have begun; then what the review of an exam asks for; then what you are about to
    forget; then the new exercise that brings you most: its prerequisites are met, you master its
    skills least, and its level is near yours.

    A review is a fresh variant of an exercise that you have passed: other sizes or names, from the
    starter again. Your file of the last time is kept.
    """
    from etude.app.open_practice import open_practice
    from etude.app.turn import turn_to
    from etude.progress.plan import choose

    opened = open_practice()
    tell_added(opened.added)
    learner = opened.practice.learner()
    chosen = choose(learner)
    if chosen is None:
        _tell_nothing(learner, as_json=as_json)
    else:
        _tell(opened, chosen, turn_to(opened.practice, chosen), as_json=as_json)
    warn(opened.practice.records.problem)
    return Code.OK


def _tell(opened: "Opened", chosen: "Choice", turned: "Turned", *, as_json: bool) -> None:
    from etude.domain.skills import main_skill
    from etude.render.pages import task_page

    if as_json:
        path = turned.practice.workspace.path(turned.exercise)
        print_json(_record(chosen, str(path), str(turned.kept) if turned.kept else None))
        return
    console().print(task_page(turned.exercise, opened.shown))
    console().print(f"\n{chosen.reason}")
    click.echo(f"Read about it: etude explain {main_skill(turned.exercise.skills)}")
    if turned.kept is not None:
        console().print(f"Your file of the last time is kept: {turned.kept}", soft_wrap=True)


def _record(chosen: "Choice", file: str, kept: str | None) -> dict[str, object]:
    return {
        "exercise": chosen.exercise.id,
        "file": file,
        "occasion": str(chosen.occasion),
        "reason": chosen.reason,
        "seed": chosen.seed,
        "kept": kept,
    }


def _tell_nothing(learner: "Learner", *, as_json: bool) -> None:
    due = learner.next_due_at
    if as_json:
        at = due.isoformat() if due else None
        print_json({"exercise": None, "file": None, "next_review_at": at})
        return
    click.echo("You have passed every exercise. etude list shows them all.")
    if due is not None:
        click.echo(f"The next review is due on {due.astimezone():%-d %B}.")

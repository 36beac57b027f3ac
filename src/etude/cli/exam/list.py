"""`etude exam list`: which exams there are, and which you have sat."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import print_json

if TYPE_CHECKING:
    from etude.cli.exam.opened import OpenedSitting
    from etude.domain.exam import Blueprint


@click.command("list", short_help="List the exams, and those you have sat.")
@json_option()
def command(*, as_json: bool) -> Code:
    """List the exams there are, and those you have sat with their marks."""
    from etude.app.exam.open_exam import open_exam
    from etude.cli.exam.opened import OpenedSitting

    with open_exam() as exam:
        plans = list(exam.blueprints.values())
        sat = [
            OpenedSitting(exam=exam, sitting=sitting)
            for sitting in exam.store.sittings(exam.learner)
        ]
        if as_json:
            print_json({"exams": [_plan(one) for one in plans], "sittings": list(map(_sat, sat))})
        else:
            lines = [*map(_line, plans), *_hint(plans), *map(_sat_line, sat)]
            click.echo("\n".join(lines) or _NONE)
    return Code.OK


_NONE = "No exams are installed. Reinstall étude: pip install --upgrade etude"


def _plan(blueprint: "Blueprint") -> dict[str, object]:
    return {
        "name": blueprint.name,
        "title": blueprint.title,
        "version": blueprint.version,
        "about": blueprint.about,
        "minutes": blueprint.minutes,
        "pass_mark": blueprint.pass_mark,
        "questions": sum(category.questions for category in blueprint.categories),
        "categories": [
            {"topic": one.topic, "title": one.title, "weight": one.weight}
            for one in blueprint.categories
        ],
    }


def _line(blueprint: "Blueprint") -> str:
    from etude.exams.durations import duration_words

    count = sum(category.questions for category in blueprint.categories)
    questions = "1 question" if count == 1 else f"{count} questions"
    return (
        f"{blueprint.name:<14}{blueprint.title}: {questions}, "
        f"{duration_words(blueprint.minutes)}, passed at {blueprint.pass_mark} of 100"
    )


def _hint(plans: "Sequence[Blueprint]") -> Iterator[str]:
    """Rules come before the clock, so nobody need fear to look."""
    if plans:
        yield f"To see the rules of one, and to begin it: etude exam start {plans[-1].name}"


def _sat(here: "OpenedSitting") -> dict[str, object]:
    from etude.render.sitting_json import sitting_record

    state = here.state()
    return sitting_record(state, here.marks(state))


def _sat_line(here: "OpenedSitting") -> str:
    from etude.render.sitting import clock_line

    state = here.state()
    marks = here.marks(state)
    began = state.started_at.astimezone().strftime("%Y-%m-%d %H:%M")
    passed = ", passed" if marks.passed else ""
    told = f"{began}  {here.sitting.blueprint.title}: {marks.total:g} of 100{passed}. "
    return f"{told}{clock_line(state).plain} {here.sitting.workspace}"

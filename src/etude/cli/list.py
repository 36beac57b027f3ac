"""`etude list`: what there is to practise."""

import shutil
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import print_json

if TYPE_CHECKING:
    from etude.domain.exercise import Exercise


@click.command("list", short_help="List the exercises.")
@click.option("--skill", help="Only those that practise this skill, such as image-2.")
@click.option("--kind", type=click.Choice(["build", "fix", "extend"]), help="Only this kind.")
@click.option("--level", type=click.IntRange(1, 5), help="Only this level.")
@json_option()
def command(skill: str | None, kind: str | None, level: int | None, *, as_json: bool) -> Code:
    """List the exercises, in the order of practice; options narrow it down together.

    `etude status` shows the skills and their ids.
    """
    from etude.catalog.exercises import exercises
    from etude.catalog.filters import ExerciseFilter
    from etude.progress.order import in_order

    if skill is not None:
        _assert_known(skill)
    wanted = ExerciseFilter(skill=skill or "", kind=kind or "", level=level or 0)
    found = [exercise for exercise in in_order(exercises()) if wanted.takes(exercise)]
    if as_json:
        print_json([_record(exercise) for exercise in found])
    elif found:
        click.echo("\n".join(_lines(found)))
    else:
        click.echo("No exercise is like that; etude list shows them all.")
    return Code.OK


def _assert_known(skill: str) -> None:
    from etude.app.near import did_you_mean
    from etude.catalog.exercises import exercises
    from etude.domain.skills import SKILLS

    known = {*SKILLS, *(name for exercise in exercises().values() for name in exercise.skills)}
    if skill not in known:
        raise click.UsageError(f"There is no skill {skill!r}.{did_you_mean(skill, known)}")


def _record(exercise: "Exercise") -> Mapping[str, object]:
    return {
        "id": exercise.id,
        "title": exercise.title,
        "summary": exercise.summary,
        "skills": list(exercise.skills),
        "kind": str(exercise.kind),
        "level": exercise.level,
        "minutes": exercise.minutes,
        "prerequisites": list(exercise.prerequisites),
        "data": list(exercise.data),
    }


def _lines(exercises: "Sequence[Exercise]") -> list[str]:
    """One line each; in a narrow terminal the title goes, so that the id stays whole."""
    width = shutil.get_terminal_size().columns
    longest = max(len(exercise.id) for exercise in exercises)
    facts = "{:<6}  level {}  {:>3} min"
    lines = []
    for exercise in exercises:
        told = facts.format(exercise.kind, exercise.level, exercise.minutes)
        line = f"{exercise.id:<{longest}}  {told}"
        room = width - len(line) - 2
        lines.append(f"{line}  {exercise.title}" if room >= len(exercise.title) else line)
    return lines

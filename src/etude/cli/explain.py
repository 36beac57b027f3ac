"""`etude explain`: the page of a diagnosis or of a skill."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import explained_argument
from etude.cli.codes import Code
from etude.cli.terminal import console, warn

if TYPE_CHECKING:
    from etude.diagnoses.page import Diagnosis


@click.command("explain", short_help="Explain a diagnosis or a skill.")
@explained_argument()
def command(name: str | None) -> Code:
    """Explain NAME, a diagnosis or a skill.

    Of a diagnosis: why it hurts, an example, and what to write instead. Of a skill, such as
    series-1: what it is for, the smallest correct example, its usual mistakes and its exercises.

    Without one: list the diagnoses.
    """
    from etude.app.near import did_you_mean
    from etude.diagnoses.diagnose import catalogue
    from etude.domain.skills import SKILLS
    from etude.render.pages import page

    known = catalogue()
    if name is None:
        return _list(sorted(known.values(), key=lambda found: found.name))
    if name in SKILLS:
        console().print(page(_guide(name)))
        return Code.OK
    if name not in known:
        hint = did_you_mean(name, [*known, *SKILLS])
        warn(f"There is no diagnosis or skill {name!r}.{hint} See them all: etude explain")
        return Code.USAGE
    console().print(page(known[name].markdown()))
    return Code.OK


def _guide(skill: str) -> str:
    from etude.catalog.exercises import exercises
    from etude.catalog.guide import guide_page
    from etude.diagnoses.diagnose import catalogue
    from etude.render.guide import guide_markdown

    return guide_markdown(guide_page(skill), list(catalogue().values()), list(exercises().values()))


def _list(diagnoses: "list[Diagnosis]") -> Code:
    """Names and titles, for people and for grep."""
    width = max(len(found.name) for found in diagnoses)
    for found in diagnoses:
        click.echo(f"{found.name:<{width}}  {found.title}")
    click.echo("\nRead about one: etude explain NAME")
    click.echo("Skills have pages too, such as series-1; see them all: etude status")
    return Code.OK

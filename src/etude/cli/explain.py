"""`etude explain`: the page of a diagnosis."""

from typing import TYPE_CHECKING

import click

from etude.cli.arguments import diagnosis_argument
from etude.cli.codes import Code
from etude.cli.terminal import console, warn

if TYPE_CHECKING:
    from etude.diagnoses.page import Diagnosis


@click.command("explain", short_help="Explain a diagnosis.")
@diagnosis_argument()
def command(diagnosis: str | None) -> Code:
    """Explain DIAGNOSIS: why it hurts, an example, and what to write instead.

    Without one: list them all.
    """
    from etude.app.near import did_you_mean
    from etude.diagnoses.diagnose import catalogue
    from etude.render.pages import page

    known = catalogue()
    if diagnosis is None:
        return _list(sorted(known.values(), key=lambda found: found.name))
    if diagnosis not in known:
        hint = did_you_mean(diagnosis, known)
        warn(f"There is no diagnosis {diagnosis!r}.{hint} See them all: etude explain")
        return Code.USAGE
    console().print(page(known[diagnosis].markdown()))
    return Code.OK


def _list(diagnoses: "list[Diagnosis]") -> Code:
    """Names and titles, for people and for grep."""
    width = max(len(found.name) for found in diagnoses)
    for found in diagnoses:
        click.echo(f"{found.name:<{width}}  {found.title}")
    click.echo("\nRead about one: etude explain NAME")
    return Code.OK

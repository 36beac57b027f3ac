"""`etude explain`: the page of a diagnosis."""

import click

from etude.cli.arguments import diagnosis_argument
from etude.cli.codes import Code
from etude.cli.terminal import console


@click.command("explain", short_help="Explain a diagnosis.")
@diagnosis_argument()
def command(diagnosis: str) -> Code:
    """Explain DIAGNOSIS: why it hurts, an example, and what to write instead."""
    from etude.app.near import did_you_mean
    from etude.diagnoses.diagnose import catalogue
    from etude.render.pages import page

    known = catalogue()
    if diagnosis not in known:
        hint = did_you_mean(diagnosis, known)
        raise click.UsageError(f"There is no diagnosis {diagnosis!r}.{hint}")
    console().print(page(known[diagnosis].markdown()))
    return Code.OK

"""`etude exam credential`: hands out the credential of a passed sitting."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.codes import Code

if TYPE_CHECKING:
    from etude.app.credentials import HandedOut
    from etude.domain.result import Result
    from etude.domain.sitting import Sitting


@click.command("credential", short_help="Write the credential of a sitting that you passed.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--name", default="", help="Your name, if the credential shall carry it.")
def command(folder: Path | None, *, name: str) -> Code:
    """Write the credential of a passed sitting to DIR (the folder of the sitting).

    It is one signed credential in four forms: a token (.jwt), JSON, and a badge (.svg, .png) with
    the token baked in. Anybody can check it without a network: etude credential verify FILE
    """
    from etude.app.exam.reviewed import result
    from etude.cli.exam.opened import mark_what_waits, opened_sitting

    with opened_sitting() as here:
        mark_what_waits(here, quietly=True)
        reached = result(here.exam, here.sitting, candidate=name)
        if not reached.passed:
            click.echo(
                f"There is no credential of a sitting that was not passed: {reached.total:g} of "
                f"100, and {reached.pass_mark} pass. Why points were lost: etude exam review",
                err=True,
            )
            return Code.NOT_PASSED
        made = _hand_out(reached, here.sitting, folder or Path(here.sitting.workspace))
    for file in made.files:
        click.echo(str(file))
    return Code.OK


def _hand_out(reached: "Result", sitting: "Sitting", folder: Path) -> "HandedOut":
    from etude.app.credentials import hand_out, open_issuer
    from etude.app.places import find_places
    from etude.app.records import utc_now
    from etude.domain.problem import Problem
    from etude.render.badge.draw import draw_badge

    issuer = open_issuer(find_places())
    try:
        return hand_out(
            reached, folder, issuer=issuer, draw=draw_badge, now=utc_now(), sitting=sitting.id
        )
    except OSError as error:
        raise Problem(f"{error.filename or folder} cannot be written: {error.strerror}.") from None

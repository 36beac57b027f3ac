"""`etude exam remark`: marks a finished sitting again."""

from typing import TYPE_CHECKING, Any

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import print_json, warn

if TYPE_CHECKING:
    from etude.app.exam.remark import Remarked


@click.command("remark", short_help="Mark a sitting again, as when a question was mended.")
@json_option()
def command(*, as_json: bool) -> Code:
    """Mark every submission of a sitting that is over again, from the files that were kept.

    No program is run. The new mark counts, and the old one is kept beside it. The exit code is 0
    when every mark stays as it was, and 1 when one is another.
    """
    from etude.app.exam.remark import remark
    from etude.cli.exam.opened import opened_sitting

    with opened_sitting() as here:
        found = [_shown(one, as_json=as_json) for one in remark(here.exam, here.sitting)]
    if as_json:
        print_json([_record(one) for one in found])
    if any(one.now.waits for one in found):
        return Code.COULD_NOT_RUN
    return Code.OK if all(one.now.mark == one.then.mark for one in found) else Code.NOT_PASSED


def _shown(one: "Remarked", *, as_json: bool) -> "Remarked":
    """One, told as soon as it is known."""
    if one.now.waits:
        warn(f"Question {one.question}: the old mark stays, {one.now.detail}")
    elif not as_json:
        changed = "as before" if one.now.mark == one.then.mark else f"before: {one.then.mark}"
        click.echo(f"Question {one.question}, submission {one.count}: {one.now.mark} ({changed})")
    return one


def _record(one: "Remarked") -> dict[str, Any]:
    marks = {"then": one.then.mark, "now": None if one.now.waits else one.now.mark}
    return {"question": one.question, "submission": one.submission, **marks}

"""`etude exam start`: rules, checklist, and then the clock."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.arguments import json_option
from etude.cli.codes import Code
from etude.cli.terminal import console

if TYPE_CHECKING:
    from etude.app.exam.exam import Exam
    from etude.domain.exam import Blueprint
    from etude.domain.sitting import Allowances, Sitting

_MOST_SEED = 2**31  # as in begin.py, which would be slow to import


@click.command("start", short_help="Begin a sitting: rules, checklist, clock.")
@click.argument("blueprint", required=False)
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "--minutes-extra",
    type=click.IntRange(0, 1440),
    default=0,
    metavar="N",
    help="So many minutes more; recorded.",
)
@click.option("--pauses", is_flag=True, help="The clock may be stopped; recorded.")
@click.option(
    "--seed",
    type=click.IntRange(0, _MOST_SEED - 1),
    help="Draw the paper of this number; chance if it is left out.",
)
@click.option(
    "--pack",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Mark with the hidden sets of this pack; its checksum lies beside it.",
)
@click.option("--yes", is_flag=True, help="Do not ask before the clock starts.")
@json_option()
def command(
    blueprint: str | None,
    folder: Path | None,
    *,
    minutes_extra: int,
    pauses: bool,
    seed: int | None,
    pack: Path | None,
    yes: bool,
    as_json: bool,
) -> Code:
    """Begin a sitting of the exam BLUEPRINT (etude exam list) in the new folder DIR.

    First come the rules and a checklist of this machine, which takes a moment. The clock starts
    when you have said yes.
    """
    from etude.app.exam.begin import Beginning, begin, random_seed
    from etude.app.exam.open_exam import open_exam
    from etude.app.exam.packs import read_pack
    from etude.catalog.data import public_data
    from etude.domain.sitting import Allowances

    with open_exam() as exam:
        plan = _blueprint(exam, blueprint)
        root = _root(plan, folder)
        hidden_sets = read_pack(pack) if pack is not None else b""
        allowances = Allowances(extra_minutes=minutes_extra, pauses=pauses)
        if not as_json:
            _prepare(exam, plan, allowances, root)
        if not yes:
            click.confirm("Start the clock?", abort=True, err=as_json)
        beginning = Beginning(
            blueprint=plan,
            workspace=root,
            seed=random_seed() if seed is None else seed,
            id=os.urandom(16).hex(),
            allowances=allowances,
            pack=hidden_sets,
        )
        _tell(exam, begin(exam, beginning, public_data=public_data), as_json=as_json)
    return Code.OK


def _blueprint(exam: "Exam", name: str | None) -> "Blueprint":
    from etude.app.exam.begin import UnknownBlueprint, named_blueprint

    if name is None:
        known = ", ".join(exam.blueprints) or "none"
        raise click.UsageError(f"Name an exam, such as: etude exam start sprint. Known: {known}")
    try:
        return named_blueprint(exam, name)
    except UnknownBlueprint as unknown:
        raise click.UsageError(str(unknown)) from None


def _root(plan: "Blueprint", folder: Path | None) -> Path:
    """The folder asked for, or one of the exam's name that is not there yet."""
    if folder is not None:
        return Path(os.path.abspath(folder.expanduser()))
    from etude.app.exam.begin import new_folder

    return new_folder(Path.cwd(), plan)


def _prepare(exam: "Exam", plan: "Blueprint", allowances: "Allowances", root: Path) -> None:
    from etude.app.exam.checklist import checklist
    from etude.render.sitting import checklist_line, rules_page

    screen = console()
    screen.print(rules_page(plan, allowances))
    screen.print("\nThis machine:")
    for line in checklist(exam, root):
        screen.print(
            checklist_line(line.what, ready=line.ready, found=line.found, attempt=line.attempt)
        )


def _tell(exam: "Exam", sitting: "Sitting", *, as_json: bool) -> None:
    from etude.cli.exam.opened import OpenedSitting, print_state

    here = OpenedSitting(exam=exam, sitting=sitting)
    if as_json:
        print_state(here, as_json=True)
        return
    root = Path(sitting.workspace)
    shown = os.path.relpath(root) if Path.cwd() in root.parents else str(root)
    click.echo(f"The clock runs. Go there and begin:\n\n    cd {shown}\n    etude exam")

"""`etude start`: makes a workspace."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from etude.cli.codes import Code

if TYPE_CHECKING:
    from etude.app.start import Started


@click.command("start", short_help="Make a workspace of exercises.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def command(folder: Path | None) -> Code:
    """Make a workspace of exercises in DIR (./etude-practice), or bring one up to date.

    Files that you have edited are never touched.
    """
    from etude.app.start import start_workspace
    from etude.catalog.data import public_data
    from etude.catalog.exercises import exercises

    root = _root(folder)
    started = start_workspace(root, exercises(), public_data)
    _tell(started, root)
    return Code.OK


def _root(folder: Path | None) -> Path:
    """The folder asked for; without one, the workspace we are in, or a new one below."""
    from etude.app.workspace import DEFAULT_NAME, NoWorkspace, find_workspace

    if folder is not None:
        return Path(os.path.abspath(folder.expanduser()))
    try:
        return find_workspace(Path.cwd()).root
    except NoWorkspace:
        return Path.cwd() / DEFAULT_NAME


def _tell(started: "Started", root: Path) -> None:
    count = len(started.workspace.manifest.exercises)
    if started.created:
        click.echo(f"Made a workspace with {count} exercises in {root}")
    elif started.added:
        click.echo(f"Added to {root}: {', '.join(started.added)}")
    else:
        click.echo(f"{root} is up to date: {count} exercises.")
    if root != Path.cwd() and Path.cwd() not in root.parents:
        click.echo(f"Go there and begin:\n\n    cd {root}\n    etude")
    elif root != Path.cwd():
        click.echo(f"Go there and begin:\n\n    cd {root.relative_to(Path.cwd())}\n    etude")
    else:
        click.echo("Begin: etude")

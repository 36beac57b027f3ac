"""Printing: rich for people, JSON for programs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console


def console(*, stderr: bool = False) -> "Console":
    """A console that knows whether it is a terminal, how wide, and whether colours are wanted."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, markup=False, emoji=False)


def print_json(value: object) -> None:
    from etude.render.report_json import json_text

    click.echo(json_text(value))


def warn(text: str) -> None:
    """One line on standard error; nothing for an empty text."""
    if text:
        click.secho(text, fg="yellow", err=True)


def tell_added(added: Sequence[str]) -> None:
    """Says which exercises a newer étude has brought."""
    if added:
        new = "1 new exercise" if len(added) == 1 else f"{len(added)} new exercises"
        click.secho(f"étude brought {new}: {', '.join(added)}", err=True)

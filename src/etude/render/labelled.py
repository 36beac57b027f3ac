"""Indented parts of what is shown, and rows of a label and a text."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from etude.render.harmless import harmless

_INDENT = 2


def labelled(rows: Sequence[tuple[str, str]]) -> RenderableType:
    """One row for each label that has a text."""
    table = Table.grid(padding=(0, 1))
    table.add_column(style="dim", no_wrap=True, width=8)
    table.add_column(overflow="fold")
    for label, value in rows:
        if value:
            table.add_row(label, Text(harmless(value)))
    return indented(table)


def indented(part: RenderableType) -> RenderableType:
    return Padding(part, (0, 0, 0, _INDENT), expand=False)

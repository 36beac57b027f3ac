"""A few lines of the learner's file with one of them marked."""

from rich.table import Table
from rich.text import Text

from etude.domain.lines import source_lines
from etude.render.harmless import harmless

_AROUND = 2
MARK = "❱"


def excerpt(source: str, line: int) -> Table | None:
    """The lines around ``line``, counted from one; None when it is outside the file."""
    lines = lines_around(source, line)
    if not lines:
        return None
    width = len(str(max(lines)))
    table = Table.grid()
    table.add_column(no_wrap=True, width=width + 5)
    table.add_column()
    for number, text in lines.items():
        table.add_row(*_row(number, text, width, line))
    return table


def lines_around(source: str, line: int) -> dict[int, str]:
    """Number and text of ``line`` and its neighbours; empty when it is outside the file."""
    lines = source_lines(source)
    if not 0 < line <= len(lines):
        return {}
    first, last = max(1, line - _AROUND), min(len(lines), line + _AROUND)
    while first < line and not lines[first - 1].strip():
        first += 1
    while last > line and not lines[last - 1].strip():
        last -= 1
    return {number: lines[number - 1] for number in range(first, last + 1)}


def _row(number: int, text: str, width: int, marked: int) -> tuple[Text, Text]:
    """Gutter and code; where it is narrow the marked line is shown whole, the others cut."""
    here = number == marked
    gutter = Text(f"{MARK if here else ' '} ", style="bold red" if here else "")
    gutter.append(f"{number:>{width}} │ ", style="red" if here else "dim")
    if here:
        return gutter, Text(harmless(text), style="bold", overflow="fold")
    return gutter, Text(harmless(text), style="dim", no_wrap=True, overflow="ellipsis")

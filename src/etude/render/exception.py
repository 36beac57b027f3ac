"""An exception at the learner's own line; the framework's frames are left out already."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from etude.domain.error import Error, Operand
from etude.render.harmless import harmless
from etude.render.labelled import indented
from etude.render.operands import operand_words
from etude.render.quotes import Quotes


def exception_block(error: Error, quotes: Quotes, *, everything: bool) -> RenderableType:
    """Message, innermost frame and what went into it; with ``everything`` each frame."""
    parts: list[RenderableType] = []
    if error.message:
        parts.append(indented(Text(harmless(shortened(error.message)))))
    frames = error.frames if everything else error.frames[-1:]
    parts += [quotes.at(frame.file, frame.line) for frame in frames]
    if error.operands:
        parts.append(_table(error.operands))
    if error.raised_by:
        parts.append(indented(Text(f"raised by {harmless(error.raised_by)}", style="dim")))
    return Group(*parts)


def _table(operands: Sequence[Operand]) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(style="dim", overflow="fold")
    for one in operands:
        table.add_row(Text(harmless(one.name)), Text(harmless(operand_words(one))))
    return indented(table)


def shortened(message: str, most: int = 12) -> str:
    """Long messages of TensorFlow begin with what matters and end with what to look at."""
    lines = message.strip().splitlines()
    if len(lines) <= most:
        return "\n".join(lines)
    return "\n".join([*lines[: most - 3], "...", *lines[-2:]])

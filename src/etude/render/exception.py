"""An exception at the learner's own line; the framework's frames are left out already."""

from rich.console import Group, RenderableType
from rich.text import Text

from etude.domain.error import Error
from etude.render.harmless import harmless
from etude.render.labelled import indented
from etude.render.quotes import Quotes


def exception_block(error: Error, quotes: Quotes, *, everything: bool) -> RenderableType:
    """Message and innermost frame; with ``everything`` each frame of the learner's."""
    parts: list[RenderableType] = []
    if error.message:
        parts.append(indented(Text(harmless(shortened(error.message)))))
    frames = error.frames if everything else error.frames[-1:]
    parts += [quotes.at(frame.file, frame.line) for frame in frames]
    if error.raised_by:
        parts.append(indented(Text(f"raised by {harmless(error.raised_by)}", style="dim")))
    return Group(*parts)


def shortened(message: str, most: int = 12) -> str:
    """Long messages of TensorFlow begin with what matters and end with what to look at."""
    lines = message.strip().splitlines()
    if len(lines) <= most:
        return "\n".join(lines)
    return "\n".join([*lines[: most - 3], "...", *lines[-2:]])

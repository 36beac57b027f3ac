"""Places in the learner's files, with the lines that stand there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from rich.console import Group, RenderableType
from rich.text import Text

from etude.render.excerpt import excerpt
from etude.render.harmless import harmless
from etude.render.labelled import indented


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """Attributes: texts of files by path; ``place`` is how such a path is shown."""

    texts: Mapping[str, str] = field(default_factory=dict)
    place: Callable[[str], str] = str

    def named(self, file: str, line: int) -> Text:
        """``train.py:12``; a file that is not the learner's keeps its own name."""
        where = harmless(self.place(file) if file in self.texts else file)
        return Text(f"{where}:{line}" if line else where, style="cyan")

    def at(self, file: str, line: int) -> RenderableType:
        """The place, and below it the lines around, where they are known."""
        place = self.named(file, line)
        lines = excerpt(self.texts.get(file, ""), line)
        return indented(place if lines is None else Group(place, lines))

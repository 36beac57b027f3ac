"""Lines of a file around the one that is meant."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from etude.render.excerpt import lines_around


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeLine:
    number: int
    text: str
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Attributes: place: "train.py:12"; lines: empty where the text is not known."""

    place: str
    lines: Sequence[CodeLine] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoter:
    """Attributes: texts: of files by path; place: how such a path is shown."""

    texts: Mapping[str, str]
    place: Callable[[str], str] = str

    def quote(self, file: str, line: int) -> Quote:
        """The place, and the lines around it."""
        name = self.place(file) if file in self.texts else file
        around = lines_around(self.texts.get(file, ""), line)
        return Quote(
            place=f"{name}:{line}" if line else name,
            lines=[
                CodeLine(number=number, text=text, here=number == line)
                for number, text in around.items()
            ],
        )

"""Several files read as one, so that a line is one number wherever it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etude.domain.lines import source_lines

# Only allowed at the beginning of a file, and what follows would not parse.
_FUTURE = re.compile(r"^\s*from\s+__future__\s+import\s.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file; its first line has the number ``first``."""

    name: str
    first: int
    text: str

    @property
    def last(self) -> int:
        return self.first + max(1, len(source_lines(self.text))) - 1


@dataclass(frozen=True, slots=True)
class Listing:
    """Files one after another, numbered through, in the order in which they were met."""

    parts: Sequence[Part] = ()

    @classmethod
    def of(cls, frames: Sequence[Mapping[str, Any]]) -> "Listing":
        """From the frames of kind "file" that a run has written."""
        told = [frame for frame in frames if frame["kind"] == "file"]
        return cls([Part(name=f["name"], first=f["first"], text=f["text"]) for f in told])

    @property
    def text(self) -> str:
        """Everything, so that it parses as one module."""
        lines: list[str] = []
        for part in self.parts:
            lines += [""] * (part.first - 1 - len(lines))
            lines += source_lines(_FUTURE.sub("", part.text)) or [""]
        return "\n".join(lines)

    def place(self, number: int) -> tuple[str, int]:
        """File and line of a number; the first file and 0 when it is none."""
        for part in self.parts:
            if part.first <= number <= part.last:
                return part.name, number - part.first + 1
        return (self.parts[0].name if self.parts else ""), 0

    def short(self, number: int) -> str:
        """ "8"; of several files "model.py:8"; "" for a number that is no line."""
        if len(self.parts) <= 1:
            return str(number) if number else ""
        name, line = self.place(number)
        return f"{name}:{line}" if line else ""

    def told(self, number: int) -> str:
        """ "line 8"; of several files "model.py:8"; "" for a number that is no line."""
        short = self.short(number)
        return f"line {short}" if short.isdecimal() else short

    def number(self, name: str, line: int) -> int:
        """The number of a file's line, 0 when the file is not among these."""
        first = next((part.first for part in self.parts if part.name == name), 0)
        return first + line - 1 if first and line else 0

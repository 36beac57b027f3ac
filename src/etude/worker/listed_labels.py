"""Whether labels given to a reader of folders as a list come in the order of its files."""

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from etude.worker.lines import LearnerFiles
from etude.worker.tables import is_table

_READ = (".bmp", ".gif", ".jpeg", ".jpg", ".png", ".txt", ".webp")
_MOST_FILES = 100_000
_FEWEST_CLASSES = 2


@dataclass(frozen=True, slots=True)
class _Shuffled:
    labels: Any
    order: list[Any]
    line: int


class ListedLabels:
    """Looks at what a reader is given before it reads, since it shuffles a list of labels in place.

    Attributes: seen: of the last look.
    """

    def __init__(self, files: LearnerFiles) -> None:
        self._files = files
        self._shuffled: list[_Shuffled] = []
        self.seen: dict[str, Any] = {}

    def look(self, labels: Any, directory: str) -> dict[str, Any]:
        """``given``, kept as ``seen``."""
        self.seen = {}
        self.seen = self.given(labels, directory)
        return self.seen

    def given(self, labels: Any, directory: str) -> dict[str, Any]:
        """Where the order of the disk and that of a table first differ from the reader's.

        Values, {} without a list: "folder" and "table", each None or {"place": from 1, "name": what
        is there, "read": the reader's}; "shuffled_in": the line of an earlier reading that left
        this very list in disorder, or 0.
        """
        if not isinstance(labels, list | tuple | np.ndarray):
            return {}
        lie = list(_files_of(directory))
        read = [name for _, name in sorted(lie)]
        if len(read) != len(labels) or len(read) > _MOST_FILES:
            return {}
        return {
            "folder": _apart([name for _, name in lie], read),
            "table": _table_apart(list(labels), read, self._files),
            "shuffled_in": self._shuffled_in(labels),
        }

    def read(self, labels: Any, before: Sequence[Any], line: int) -> None:
        """Notes what a reading has done to the list that it was given."""
        if isinstance(labels, list | np.ndarray) and list(labels) != list(before):
            self._shuffled.append(_Shuffled(labels, list(labels), line))

    def _shuffled_in(self, labels: Any) -> int:
        """0 as well where the program has put something else into the list since."""
        known = [one for one in self._shuffled if one.labels is labels]
        return known[-1].line if known and known[-1].order == list(labels) else 0


def _files_of(directory: str) -> Iterator[tuple[str, str]]:
    """Folder and name of each file, as the disk holds them."""
    for folder, _, names in os.walk(directory, followlinks=True):
        yield from ((folder, name) for name in names if name.lower().endswith(_READ))


def _apart(names: Sequence[str], read: Sequence[str]) -> dict[str, Any] | None:
    pairs = enumerate(zip(names, read, strict=True), start=1)
    return next(({"place": i, "name": a, "read": b} for i, (a, b) in pairs if a != b), None)


def _table_apart(
    labels: Sequence[Any], read: Sequence[str], files: LearnerFiles
) -> dict[str, Any] | None:
    """Of a table of the program that has these labels in one column, and the files in another.

    None as well where one of several such tables has the reader's order.
    """
    found: list[dict[str, Any] | None] = []
    for table in _tables(files):
        columns = {name: list(table[name]) for name in table.columns if len(table) == len(labels)}
        if any(_says_the_same(values, labels) for values in columns.values()):
            for name, values in columns.items():
                order = _as_names(values, read)
                if order is not None:
                    apart = _apart(order, read)
                    found.append(None if apart is None else {**apart, "column": str(name)})
    return None if None in found else next(iter(found), None)


def _tables(files: LearnerFiles) -> Iterator[Any]:
    """What the learner's code that runs now has of tables, each once."""
    frame, seen = sys._getframe(), set[int]()
    while frame is not None:
        if files.name_of(frame.f_code.co_filename) is not None:
            for value in (*frame.f_locals.values(), *frame.f_globals.values()):
                if _is_frame(value) and id(value) not in seen:
                    seen.add(id(value))
                    yield value
        frame = frame.f_back  # type: ignore[assignment]


def _is_frame(value: Any) -> bool:
    """Asked by name first: what a program keeps under its names may answer to anything."""
    return type(value).__name__ == "DataFrame" and is_table(value)


def _says_the_same(values: Sequence[Any], labels: Sequence[Any]) -> bool:
    """Whether each value stands for one label, whatever the classes are called."""
    pairs = set(zip(map(str, values), map(str, labels), strict=True))
    kinds = {value for value, _ in pairs}
    return _FEWEST_CLASSES <= len(kinds) == len(pairs) == len({label for _, label in pairs})


def _as_names(values: Sequence[Any], read: Sequence[str]) -> list[str] | None:
    """The files that a column names, with folder and suffix or without; None if others."""
    whole = {os.path.splitext(name)[0]: name for name in read} | {name: name for name in read}
    named = [whole.get(os.path.basename(str(value))) for value in values]
    if None in named or len(set(named)) != len(read):
        return None
    return [name for name in named if name is not None]

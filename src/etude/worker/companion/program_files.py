"""Which files are the person's own, and one number for each of their lines."""

import linecache
import os
import site
import sys
import sysconfig
from collections.abc import Sequence

from etude.domain.lines import source_lines
from etude.domain.visit import Unit
from etude.worker.facts_writer import FactsWriter
from etude.worker.lines import LearnerFiles

_LONGEST = 1 << 20  # characters; a larger file was not written by a person
# What a running notebook calls its cells, whose text is in no file of the person's.
_CELLS, _CELL_FOLDER = "<ipython-input", f"{os.sep}ipykernel_"


class ProgramFiles(LearnerFiles):
    """The program's units, and every module that it imports from its own folders.

    Facts hold lines of one ``Listing``: each file is told in a frame "file" when it is first met,
    with the number of its first line.

    Args:
      folders: what lies below them is the person's, packages that are installed there excepted.
    """

    def __init__(
        self, units: Sequence[Unit], *, folders: Sequence[str], facts: FactsWriter
    ) -> None:
        super().__init__(root=folders[0])
        self._folders = tuple(os.path.realpath(folder) + os.sep for folder in folders)
        self._installed = tuple(_installed_folders())
        self._facts = facts
        self._firsts: dict[str, int] = {}
        self._texts: dict[str, str] = {}
        self._cells = 0
        self._strangers: set[str] = set()
        self._next = 1
        for unit in units:
            self._add(unit.path, unit.name, unit.text)

    def watch_also(self, folders: Sequence[str]) -> None:
        """What lies below these is the person's, too."""
        more = [os.path.realpath(folder) + os.sep for folder in folders]
        self._folders = tuple(dict.fromkeys((*self._folders, *more)))
        self._strangers.clear()

    def tell_again(self) -> None:
        """For a listener who was not there when the files were met."""
        for path in self.paths:
            self._tell(path)

    def name_of(self, path: str) -> str | None:
        if path not in self.paths and path not in self._strangers:
            self._meet(path)
        return self.paths.get(path)

    def number(self, path: str, line: int) -> int:
        return self._firsts[path] + line - 1

    def _meet(self, path: str) -> None:
        if path.startswith(_CELLS) or _CELL_FOLDER in path:
            self._cells += 1
            self._add(path, f"cell {self._cells}", "".join(linecache.getlines(path)))
            return
        text = _read(path) if self._is_own(path) else None
        if text is None:
            self._strangers.add(path)
        else:
            real = os.path.realpath(path)
            home = next(folder for folder in self._folders if real.startswith(folder))
            self._add(path, os.path.relpath(real, home), text)

    def _is_own(self, path: str) -> bool:
        real = os.path.realpath(path)
        below = real.startswith(self._folders) and not real.startswith(self._installed)
        return below and real.endswith(".py")

    def _add(self, path: str, name: str, text: str) -> None:
        self.paths[path], self._firsts[path], self._texts[path] = name, self._next, text
        self._next += max(1, len(source_lines(text)))
        self._tell(path)

    def _tell(self, path: str) -> None:
        told = {"name": self.paths[path], "first": self._firsts[path]}
        self._facts.emit("file", **told, text=self._texts[path])


def _installed_folders() -> list[str]:
    """Where packages and the interpreter live, étude's own source included."""
    own = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    found = [sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), own]
    found += site.getsitepackages() if hasattr(site, "getsitepackages") else []
    found.append(site.getusersitepackages())
    # A system's Python has its prefix at /usr, below which people keep programs, too.
    narrow = [path for path in found if os.path.realpath(path) not in ("/", "/usr", "/usr/local")]
    return [os.path.realpath(path) + os.sep for path in narrow]


def _read(path: str) -> str | None:
    import tokenize

    try:
        with tokenize.open(path) as file:
            text = file.read(_LONGEST + 1)
    except (OSError, SyntaxError, UnicodeDecodeError):
        return None
    return text if len(text) <= _LONGEST else None

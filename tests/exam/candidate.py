"""A candidate at a terminal: every command is a process of its own, and may be killed."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.look import current_sitting
from etude.app.exam.open_exam import open_exam
from etude.app.places import Places
from etude.catalog.texts import read_text

_SECONDS = 240  # of one command, on a busy machine


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def record(self) -> Any:
        return json.loads(self.out)

    @property
    def words(self) -> str:
        """Everything, as if the terminal were endlessly wide."""
        return " ".join(f"{self.out}\n{self.err}".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Attributes: home: of their state, and of a worker of their own; folder: where they type."""

    home: Path
    folder: Path

    def types(self, *arguments: str) -> Said:
        """`etude ARGUMENTS`, to its end."""
        done = subprocess.run(
            _command(arguments),
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
        )
        return Said(code=done.returncode, out=done.stdout, err=done.stderr)

    @contextmanager
    def killed(self, *arguments: str) -> Iterator[Iterator[str]]:
        """The lines of `etude ARGUMENTS` as they come; it is killed without warning afterwards."""
        process = subprocess.Popen(
            _command(arguments),
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        too_late = threading.Timer(_SECONDS, process.kill)  # then its lines end
        too_late.start()
        try:
            assert process.stdout is not None
            yield iter(process.stdout)
        finally:
            too_late.cancel()
            process.kill()
            process.communicate()

    def asked(self) -> Mapping[int, Asked]:
        """The questions of the paper, by number, in their variants."""
        places = Places(state=self.home, runtime=self.home / "run", database="")
        with open_exam(places) as exam:
            sitting = current_sitting(exam, self.folder)
            return {one.number: one for one in all_asked(exam, sitting)}

    @property
    def _environment(self) -> Mapping[str, str]:
        return {**os.environ, "ETUDE_HOME": str(self.home), "COLUMNS": "100"}


def write(asked: Asked, answer: str) -> None:
    """An answer of the question itself ("solution.py") as the candidate's program."""
    (asked.folder / asked.program).write_text(read_text(asked.question, answer))


def level(asked: Asked, *, at_most: int = 4) -> tuple[str, int]:
    """The best of a question's middling answers below full marks, and what it is worth."""
    names = sorted(path.name for path in (asked.question.folder / "levels").glob("*.py"))
    best = [name for name in names if int(name[0]) <= at_most][-1]
    return f"levels/{best}", int(best[0])


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "etude", *arguments]

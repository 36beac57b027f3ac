"""The corpus of whole small programs, each right or with one fault, and how they are run."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.job import Job, Limits
from etude.domain.task import Task
from etude.sandbox import Sandbox

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus"
FILE = "program.py"
_MARK = re.compile(r"# diagnosis: ([\w, ]+)$")
# A program runs for a few seconds; one whose fault is that it never ends is stopped after these.
_LIMITS = Limits(wall_seconds=20.0)


@dataclass(frozen=True, kw_only=True)
class Program:
    """One file of the corpus.

    Attributes:
      name: the file's name without its suffix.
      text: what it says.
      diagnosis: what it must get, "" for a right program.
    """

    name: str
    text: str
    diagnosis: str = ""

    @property
    def marks(self) -> Mapping[str, frozenset[int]]:
        """Diagnosis -> lines at which it may point; a line can carry several, with commas."""
        found: dict[str, set[int]] = {}
        for number, line in enumerate(self.text.splitlines(), start=1):
            if mark := _MARK.search(line):
                for name in mark[1].split(","):
                    found.setdefault(name.strip(), set()).add(number)
        return {name: frozenset(lines) for name, lines in found.items()}


def right_programs() -> Sequence[Program]:
    """Those that no diagnosis may call wrong."""
    return [_read(path, "") for path in sorted((CORPUS / "right").glob("*.py"))]


def wrong_programs() -> Sequence[Program]:
    """Those with one fault; the file's name begins with the diagnosis they must get."""
    paths = sorted((CORPUS / "wrong").glob("*.py"))
    return [_read(path, path.stem.partition("__")[0]) for path in paths]


def observed(sandbox: Sandbox, text: str) -> Evidence:
    """What the recorders alone bring out of a program that is run as a script."""
    task = Task(program=FILE, as_script=True, sources=[FILE], describe_globals=True)
    job = Job(task=msgspec.json.encode(task), files={FILE: text.encode()}, limits=_LIMITS)
    outcome = sandbox.run(job)
    return gather(outcome.frames, Source(FILE, text), reason=outcome.reason)


def _read(path: Path, diagnosis: str) -> Program:
    return Program(name=path.stem, text=path.read_text(encoding="utf-8"), diagnosis=diagnosis)

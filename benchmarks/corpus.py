"""The corpus of whole small programs, each right or with one fault, and how they are run."""

import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.job import Job, Limits
from etude.domain.task import Task
from etude.domain.visit import RETRAIN_SECONDS
from etude.sandbox import Sandbox, open_sandbox

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus"
_AT_ONCE = 2
# With everything that may be suspected, and without each of it.
_MOST_TRAININGS = 4
FILE = "program.py"
_Item = TypeVar("_Item")
_Made = TypeVar("_Made")
_MARK = re.compile(r"# diagnosis: (\w+(?:, \w+)*)$")


@dataclass(frozen=True, kw_only=True)
class Program:
    """One file of the corpus.

    Attributes:
      name: the file's name without its suffix.
      diagnosis: what it must get, "" for a right program.
    """

    name: str
    text: str
    diagnosis: str = ""

    @property
    def marks(self) -> Mapping[str, frozenset[int]]:
        """Diagnosis -> the lines at which it may point; a line can carry several, with commas."""
        found: dict[str, frozenset[int]] = {}
        for number, line in enumerate(self.text.splitlines(), start=1):
            if mark := _MARK.search(line):
                for name in mark[1].split(", "):
                    found[name] = found.get(name, frozenset()) | {number}
        return found


def in_a_sandbox(
    work: Callable[[Sandbox], Callable[[_Item], _Made]], items: Iterable[_Item]
) -> Iterator[_Made]:
    """What is made of each item, in their order: ``work`` says how, once there is a sandbox."""
    with tempfile.TemporaryDirectory() as folder:
        runtime = Path(folder) / "rt"
        with (
            open_sandbox(runtime_dir=runtime, background=False) as sandbox,
            ThreadPoolExecutor(_AT_ONCE) as pool,
        ):
            yield from pool.map(work(sandbox), items)


def right_programs() -> Sequence[Program]:
    """Those that no diagnosis may call wrong."""
    return [_read(path, "") for path in sorted((CORPUS / "right").glob("*.py"))]


def wrong_programs() -> Sequence[Program]:
    """Those with one fault; the file's name begins with the diagnosis that they must get."""
    paths = sorted((CORPUS / "wrong").glob("*.py"))
    return [_read(path, path.stem.partition("__")[0]) for path in paths]


def observed(
    sandbox: Sandbox,
    text: str,
    *,
    retrain_seconds: float = RETRAIN_SECONDS,
    seed: int = 0,
    limits: Limits | None = None,
) -> Evidence:
    """What `etude doctor` would see of a program, but for its last look at data and decisions.

    Args:
      seed: of Python's, NumPy's and TensorFlow's random numbers, where the program sets none.
      limits: of all together; without them what a program may take, and further trainings after it.
    """
    task = Task(
        program=FILE,
        as_script=True,
        sources=[FILE],
        describe_globals=True,
        retrain_seconds=retrain_seconds,
        seed=seed,
    )
    given = limits or Limits().longer_by(_MOST_TRAININGS * retrain_seconds)
    job = Job(task=msgspec.json.encode(task), files={FILE: text.encode()}, limits=given)
    outcome = sandbox.run(job)
    return gather(outcome.frames, Source(FILE, text), reason=outcome.reason)


def _read(path: Path, diagnosis: str) -> Program:
    return Program(name=path.stem, text=path.read_text(encoding="utf-8"), diagnosis=diagnosis)

"""Makes packs of hidden sets, and lets a sitting be marked by one instead of the installed sets."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from etude import __version__
from etude.app.exam.exam import Exam
from etude.app.whole_file import write_whole
from etude.catalog.data import arrays_of, hidden_arrays
from etude.catalog.marking import read_checks
from etude.checks.base import Check
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting
from etude.exams.pack import Pack, checksum, opened_pack, sealed_pack, unlike

if TYPE_CHECKING:
    import numpy as np

    from etude.grading.plan import Hidden

    Arrays = Mapping[str, np.ndarray]

CHECKSUM_ENDING = ".sha256"


def sets_of(checks: Iterable[Check]) -> Sequence[str]:
    """Names of the stored hidden sets that checks ask for; "credit.price" is of "credit"."""
    return sorted({check.hidden.partition(".")[0] for check in checks if check.hidden})


def seal(questions: Sequence[Exercise], rows: Sequence[Path], *, only_given: bool = False) -> bytes:
    """A pack with the hidden sets of questions.

    Args:
      rows: files of new hidden rows, each named after its set (``credit.npz``); of sets without
        one the installed rows are taken.
      only_given: refuse to take installed rows.

    Raises:
      Problem: a file cannot be read, is for no set of these questions, or its rows are not like
        those of the installed set; or a set is missing.
    """
    names = sorted({name for one in questions for name in sets_of(read_checks(one))})
    if not names:
        raise Problem("These questions are marked without hidden sets: there is nothing to seal.")
    given = {path.stem: path for path in rows}
    foreign = sorted(set(given) - set(names))
    if foreign:
        raise Problem(
            f"{given[foreign[0]]} is for a set {foreign[0]!r}, which these questions do not ask "
            f"for. Name each file after its set: {', '.join(f'{name}.npz' for name in names)}"
        )
    missing = [name for name in names if name not in given]
    if missing and only_given:
        raise Problem(
            f"There are no new rows for {', '.join(missing)}. Give them as well (--rows "
            f"{missing[0]}.npz), or take the installed ones: --from-installed"
        )
    sets = {n: _rows(n, given[n]) if n in given else hidden_arrays(n) for n in names}
    return sealed_pack(sets, questions=[one.id for one in questions], etude=__version__)


def write_pack(path: Path, content: bytes) -> Path:
    """Writes a pack and, beside it, its checksum as ``sha256sum`` does; returns that file."""
    beside = path.with_name(path.name + CHECKSUM_ENDING)
    try:
        write_whole(path, content)
        write_whole(beside, f"{checksum(content)}  {path.name}\n".encode())
    except OSError as error:
        raise Problem(f"{error.filename or path} cannot be written: {error.strerror}.") from None
    return beside


def read_pack(path: Path) -> bytes:
    """The bytes of a pack, proved by the checksum beside it.

    Raises:
      Problem: one of them is not there, the checksum is another's, or it is no pack.
    """
    beside = path.with_name(path.name + CHECKSUM_ENDING)
    try:
        content, told = path.read_bytes(), beside.read_text(encoding="ascii", errors="replace")
    except OSError as error:
        raise Problem(
            f"{error.filename} cannot be read: {error.strerror}. A pack comes with its checksum "
            f"beside it: {path.name} and {beside.name}"
        ) from None
    expected, got = told.split()[:1], checksum(content)
    if expected != [got]:
        raise Problem(
            f"{path} is refused: expected the SHA-256 {' '.join(expected) or '(none)'} of "
            f"{beside.name}, got {got}. Ask for both files again."
        )
    opened_pack(content)
    return content


def assert_serves(content: bytes, checks: Iterable[Check]) -> None:
    """That a pack holds every set that a paper needs.

    Raises:
      Problem: it does not; the message names the sets.
    """
    pack = opened_pack(content)
    missing = [name for name in sets_of(checks) if name not in pack.sets]
    if missing:
        raise Problem(
            f"The pack lacks the hidden sets {', '.join(missing)}, which this paper needs. It was "
            f"made for {', '.join(pack.manifest.questions)}. Ask for one that is made for every "
            "question of the exam."
        )


def hidden_of(exam: Exam, sitting: Sitting) -> "Hidden | None":
    """Where the hidden sets of a sitting come from; None for the installed ones.

    Raises:
      StoreProblem: its pack cannot be read.
    """
    return hidden_in(opened_pack(exam.blobs.get(sitting.pack))) if sitting.pack else None


def hidden_in(pack: Pack) -> "Hidden":
    """The hidden sets of a pack, as the installed ones are asked for."""
    return lambda name: arrays_of(name, lambda stored: pack.sets[stored])


def _rows(name: str, path: Path) -> "Arrays":
    import numpy as np

    try:
        with np.load(path, allow_pickle=False) as stored:
            arrays = {key: stored[key] for key in stored.files}
    except (OSError, ValueError, EOFError, AttributeError) as error:
        raise Problem(f"{path} cannot be read as arrays of NumPy (.npz): {error}") from None
    why = unlike(arrays, hidden_arrays(name))
    if why:
        raise Problem(f"{path} cannot stand in for the hidden set {name}: {why}.")
    return arrays

"""What was proven before on this machine, by the content of everything that a proof depends on."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

import etude
from etude import decoding
from etude.app.versions import versions
from etude.app.whole_file import write_whole
from etude.catalog.data import public_data
from etude.domain.exercise import Exercise

_CONTENT = "exercises"
_DATA = "data"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """Remembers in a folder which statements held; what has changed since is not among them."""

    folder: Path

    def recall(self, exercise: Exercise) -> Sequence[str] | None:
        """The statements about the exercise in this variant, None when it has to be proven."""
        try:
            return decoding.from_json(self._path(exercise).read_bytes(), list[str])
        except (OSError, msgspec.DecodeError):
            return None

    def keep(self, exercise: Exercise, statements: Sequence[str]) -> None:
        """Remembers that all of these hold; a disk that is full costs the next proof its time."""
        try:
            write_whole(self._path(exercise), msgspec.json.encode(list(statements)), sync=False)
        except OSError:
            return

    def _path(self, exercise: Exercise) -> Path:
        return self.folder / f"{_digest(exercise)}.json"


def _digest(exercise: Exercise) -> str:
    """Of the exercise's files and seed, of its data, of étude's own code, and of the versions."""
    digest = hashlib.sha256(_engine().encode())
    for part in (exercise.id, exercise.seed, sorted(versions().items())):
        digest.update(repr(part).encode())
    for path in _files(exercise.folder):
        digest.update(path.relative_to(exercise.folder).as_posix().encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for path in (file for name in exercise.data for file in _files(public_data(name))):
        digest.update(f"{path.name} {path.stat().st_size}".encode())
    return digest.hexdigest()


@cache
def _engine() -> str:
    """Of the code that runs and judges; a changed diagnosis must prove every mistake again."""
    root = Path(etude.__file__).parent
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*.py")):
        if path.relative_to(root).parts[0] not in (_CONTENT, _DATA):
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path

"""What lies in a question's folder now: the candidate's programs and what is to be handed in."""

import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etude.app.exam.asked import Asked
from etude.app.workspace import MOST_PROGRAM_BYTES, programs_in

_TRIES = 5
_PAUSE_SECONDS = 0.05
_MOST_FILES = 2000  # of a folder that is handed in, as many as the sandbox brings out


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Contents by path relative to the question's folder.

    Attributes:
      refused: path -> why a file that is there was not read.
    """

    files: Mapping[str, bytes]
    refused: Mapping[str, str]


def find_files(asked: Asked, *, until: datetime | None = None) -> Found:
    """Reads the folder.

    Args:
      until: leave out what was changed after this moment of the system clock.
    """
    files: dict[str, bytes] = {}
    refused: dict[str, str] = {}
    for path in _paths(asked):
        name = path.relative_to(asked.folder).as_posix()
        try:
            if until is None or _changed_at(path) <= until.timestamp():
                files[name] = _read(path, _limit(asked, name))
        except OSError as error:
            refused[name] = error.strerror or str(error)
        except _TooLarge as error:
            refused[name] = str(error)
    return Found(files=files, refused=refused)


def is_outdated(asked: Asked) -> bool:
    """Whether the program was saved after the last of what it wrote; false while any is missing."""
    written = [path for name in asked.artifacts for path in _under(asked.folder / name)]
    try:
        last = max((path.stat().st_mtime_ns for path in written), default=0)
        return (asked.folder / asked.program).stat().st_mtime_ns > last
    except OSError:
        return False


class _TooLarge(Exception):
    """The file has more bytes than may be handed in."""


def _paths(asked: Asked) -> Iterator[Path]:
    if not asked.folder.is_dir():
        return
    found = dict.fromkeys(programs_in(asked.folder))
    for name in (asked.program, *asked.artifacts):
        found |= dict.fromkeys(_under(asked.folder / name))
    yield from (path for path in found if path.is_file() and _has_a_name(path))


def _under(path: Path) -> Iterator[Path]:
    """The file, or the files of the folder."""
    if not path.is_dir():
        yield path
        return
    inside = sorted(one for one in path.rglob("*") if one.is_file())
    yield from inside[:_MOST_FILES]


def _has_a_name(path: Path) -> bool:
    """Names that are not UTF-8 can be neither kept nor told."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _limit(asked: Asked, name: str) -> int:
    artifact = asked.is_artifact(name)
    return asked.question.limits.artifact_bytes if artifact else MOST_PROGRAM_BYTES


def _changed_at(path: Path) -> float:
    """Later of content and, where the system keeps it, of anything else about the file."""
    status = path.stat()
    return status.st_mtime if os.name == "nt" else max(status.st_mtime, status.st_ctime)


def _read(path: Path, limit: int) -> bytes:
    """The whole file; one that is being written is read again."""
    content = b""
    for _ in range(_TRIES):
        before = path.stat()
        if before.st_size > limit:
            raise _TooLarge(f"{before.st_size:,} bytes, and at most {limit:,} can be handed in")
        content = path.read_bytes()
        after = path.stat()
        if (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return content
        time.sleep(_PAUSE_SECONDS)
    return content

"""Fetches artifacts by path: for Windows, which has no descriptors of folders."""

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from etude.domain.outcome import MISSING, Artifact

_MOST_FILES = 2000


def fetch_by_path(folder: str, names: Sequence[str], *, limit_bytes: int) -> dict[str, Artifact]:
    """As ``fetch_artifacts``; sound only once nothing of the run is alive to swap files."""
    top = Path(folder).resolve()
    left = limit_bytes
    found: dict[str, Artifact] = {}
    for name in names:
        for path in _files_of(top, name):
            relative = path.relative_to(top).as_posix() if path.is_relative_to(top) else name
            refusal = _refusal(path, top, left)
            content = None if refusal else path.read_bytes()
            left -= len(content or b"")
            found[relative] = Artifact(name=relative, content=content, refusal=refusal)
    return found


def _files_of(top: Path, name: str) -> Iterator[Path]:
    path = top / name
    if not path.is_dir() or path.is_symlink():
        yield path
        return
    for count, entry in enumerate(sorted(path.rglob("*"))):
        if count >= _MOST_FILES:
            return
        if not entry.is_dir() or entry.is_symlink():
            yield entry


def _refusal(path: Path, top: Path, left: int) -> str:
    try:
        found = os.lstat(path)
    except OSError:
        return MISSING
    if not stat.S_ISREG(found.st_mode) or path.resolve() != path:
        return "expected a regular file, got a link or a path that leaves the folder"
    return "" if found.st_size <= left else "expected fewer bytes of artifacts, got more"

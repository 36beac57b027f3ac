"""Keeps the bytes of files once, by their SHA-256: what is handed in may be as large as a model.

Beside the database rather than in it: SQLite would copy every model through its journal, and a
backup of the attempts would carry them all.
"""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from etude.store.port import StoreProblem


class Blobs(Protocol):
    """Keeps bytes; what ``put`` has returned for is kept whatever happens next, power cuts too.

    Every method raises ``StoreProblem`` when it cannot do its work.
    """

    def put(self, content: bytes) -> str:
        """Keeps the bytes and returns their SHA-256 in hexadecimal digits."""

    def get(self, sha256: str) -> bytes:
        """The bytes, proved to be the ones that were kept."""


class MemoryBlobs:
    """Forgets when the process ends; for tests."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        self._kept[digest] = bytes(content)
        return digest

    def get(self, sha256: str) -> bytes:
        if sha256 not in self._kept:
            raise _lost(sha256, "it is not there")
        return self._kept[sha256]


class FolderBlobs:
    """One file for each content, named by its SHA-256.

    Args:
      folder: made when it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        try:
            if not self._folder.is_dir():
                _make_lasting(self._folder)
            if not (self._folder / digest).exists():
                self._write(digest, content)
            _sync_folder(self._folder)  # also for one that another process has just put there
        except OSError as error:
            raise _cannot(error, self._folder) from error
        return digest

    def get(self, sha256: str) -> bytes:
        try:
            content = (self._folder / sha256).read_bytes()
        except OSError as error:
            raise _lost(sha256, error.strerror or str(error)) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise _lost(sha256, "its content has changed")
        return content

    def _write(self, digest: str, content: bytes) -> None:
        """Under its name only when it is whole and on the disk."""
        handle, temporary = tempfile.mkstemp(dir=self._folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, self._folder / digest)
        finally:
            with suppress(OSError):
                os.unlink(temporary)


def _make_lasting(folder: Path) -> None:
    """A folder whose name is on the disk as well."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    """Names in it are on the disk; Windows neither needs nor allows this."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _cannot(error: OSError, folder: Path) -> StoreProblem:
    return StoreProblem(
        f"{folder} cannot keep your files: {error.strerror or error}. Free some space, or give "
        "yourself the right to write there, and do it again."
    )


def _lost(sha256: str, why: str) -> StoreProblem:
    return StoreProblem(f"A kept file of this sitting ({sha256[:12]}) cannot be read: {why}.")

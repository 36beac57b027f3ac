"""Writes files so that a kill at any moment leaves the old one or the new one, never a half."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def write_whole(path: Path, content: bytes, *, sync: bool = True) -> None:
    """Replaces ``path``; its folder is made when it is missing.

    Args:
      sync: also against a power cut; not worth its time for what can be copied again.
    """
    with _temporary(path, content, sync=sync) as temporary:
        os.replace(temporary, path)


def write_once(path: Path, content: bytes, *, private: bool = False) -> None:
    """Makes ``path`` unless it is there: of several at once, one wins and none is overwritten.

    Args:
      private: nobody but the owner can read it, at no moment.
    """
    with _temporary(path, content, sync=True, private=private) as temporary:
        try:
            os.link(temporary, path)
        except FileExistsError:
            return
        except OSError:  # a disk without links
            os.replace(temporary, path)


@contextmanager
def _temporary(path: Path, content: bytes, *, sync: bool, private: bool = False) -> Iterator[str]:
    """A file beside ``path`` with this content; gone afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if sync:
                file.flush()
                os.fsync(file.fileno())
        if not private:  # as it is made, it is for the owner alone
            os.chmod(temporary, 0o666 & ~_umask())
        yield temporary
    finally:
        with suppress(OSError):
            os.unlink(temporary)


def _umask() -> int:
    """The process's own; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask

"""Fetches the files that learner code made, without being led anywhere else."""

import ctypes
import errno
import os
import stat
import struct
import sys
from collections.abc import Iterator, Sequence

from etude.domain.outcome import MISSING, Artifact

_OPENAT2 = 437  # the same number on every processor
_AT_ONCE_NEVER_WAIT = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOCTTY
_RESOLVE_NO_XDEV, _RESOLVE_NO_MAGICLINKS, _RESOLVE_NO_SYMLINKS, _RESOLVE_BENEATH = 1, 2, 4, 8
_RESOLVE = _RESOLVE_NO_XDEV | _RESOLVE_NO_MAGICLINKS | _RESOLVE_NO_SYMLINKS | _RESOLVE_BENEATH
_MOST_FILES = 2000
_DEEPEST = 16


class _Refused(Exception):
    """An artifact is not what may be fetched; the message says why."""


class _Allowance:
    """Bytes and files that may still be fetched."""

    def __init__(self, limit_bytes: int) -> None:
        self._limit = limit_bytes
        self._bytes = limit_bytes
        self._files = _MOST_FILES

    def spend(self, size: int) -> None:
        if size > self._bytes:
            raise _Refused(f"expected at most {self._limit:,} bytes of artifacts, got more")
        if self._files == 0:
            raise _Refused(f"expected at most {_MOST_FILES:,} files, got more")
        self._bytes -= size
        self._files -= 1


def fetch_artifacts(folder: int, names: Sequence[str], *, limit_bytes: int) -> dict[str, Artifact]:
    """Reads each named file, and every file in each named folder, below the open ``folder``.

    A file that is missing, is a link, a pipe or a device, or is too large comes back refused.
    """
    allowance = _Allowance(limit_bytes)
    found: dict[str, Artifact] = {}
    for name in names:
        try:
            found.update(_fetch(folder, name, allowance))
        except (_Refused, OSError) as error:
            found[name] = Artifact(name=name, refusal=_explain(error))
    return found


def _fetch(folder: int, name: str, allowance: _Allowance) -> Iterator[tuple[str, Artifact]]:
    fd = _open_beneath(folder, name)
    try:
        mode = os.fstat(fd).st_mode
        if stat.S_ISDIR(mode):
            yield from _fetch_folder(folder, name, os.listdir(fd), allowance)
        elif stat.S_ISREG(mode):
            yield name, Artifact(name=name, content=_read(fd, allowance))
        else:
            raise _Refused("expected a regular file, got a pipe, socket or device")
    finally:
        os.close(fd)


def _fetch_folder(
    folder: int, name: str, entries: Sequence[str], allowance: _Allowance
) -> Iterator[tuple[str, Artifact]]:
    if name.count("/") >= _DEEPEST:
        raise _Refused(f"expected at most {_DEEPEST} folders inside each other, got more")
    if len(entries) > _MOST_FILES:
        raise _Refused(f"expected at most {_MOST_FILES:,} files, got {len(entries):,}")
    for entry in sorted(entries):
        yield from _fetch(folder, f"{name.rstrip('/')}/{entry}", allowance)


def _read(fd: int, allowance: _Allowance) -> bytes:
    size = os.fstat(fd).st_size
    allowance.spend(size)
    with open(fd, "rb", closefd=False) as file:
        return file.read(size)


def _open_beneath(folder: int, name: str) -> int:
    if sys.platform.startswith("linux"):
        try:
            return _openat2(folder, name)
        except OSError as error:
            if error.errno not in (errno.ENOSYS, errno.EPERM):  # kernel before 5.6, or a container
                raise
    return _open_step_by_step(folder, name)


def _openat2(folder: int, name: str) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    how = struct.pack("QQQ", _AT_ONCE_NEVER_WAIT, 0, _RESOLVE)
    fd = libc.syscall(
        ctypes.c_long(_OPENAT2),
        ctypes.c_int(folder),
        os.fsencode(name),
        ctypes.c_char_p(how),
        ctypes.c_size_t(len(how)),
    )
    if fd < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), name)
    return int(fd)


def _open_step_by_step(folder: int, name: str) -> int:
    """The same promise without openat2: one component at a time, never through a link."""
    parts = name.split("/")
    if os.path.isabs(name) or any(part in ("", "..") for part in parts):
        raise _Refused("expected a path inside the scratch folder")
    device = os.fstat(folder).st_dev
    here = os.dup(folder)
    for part in parts:
        try:
            below = os.open(part, _AT_ONCE_NEVER_WAIT | os.O_NOFOLLOW, dir_fd=here)
        finally:
            os.close(here)
        here = below
        if os.fstat(here).st_dev != device:
            os.close(here)
            raise _Refused("expected a file of the scratch folder, got another file system's")
    return here


def _explain(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return MISSING
    if isinstance(error, OSError):
        if error.errno in (errno.ELOOP, errno.EXDEV):
            return "expected a regular file, got a link or a path that leaves the folder"
        if error.errno == errno.ENXIO:
            return "expected a regular file, got a pipe, socket or device"
        return error.strerror or str(error)
    return str(error)

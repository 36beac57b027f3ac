"""The private folder in which a user's background workers are found."""

import contextlib
import os
import shutil
import socket
import stat
from collections.abc import Iterator
from pathlib import Path

from etude.sandbox.port import SandboxUnavailable

# What sockaddr_un holds, less the closing zero byte.
_LONGEST_ADDRESS = 107
_WORKER_PREFIX = "w-"
_PRIVATE_PREFIX = "p-"


class RuntimeFolder:
    """A folder of this user alone: whoever can reach a worker's socket can run code as them.

    Raises:
      SandboxUnavailable: the folder belongs to somebody else, or others may enter it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = path.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid():
            raise SandboxUnavailable(
                f"expected {path} to be a folder of your own, and it is not. "
                "Remove it or choose another runtime folder."
            )
        if stat.S_IMODE(found.st_mode) & 0o077:
            raise SandboxUnavailable(
                f"expected {path} to be closed to others, and its mode is "
                f"{stat.S_IMODE(found.st_mode):o}. Try: chmod 700 '{path}'"
            )

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """One process at a time starts, replaces or clears away workers."""
        import fcntl

        fd = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(fd, fcntl.LOCK_EX)
            yield
        finally:
            os.close(fd)

    def worker(self, name: str) -> "WorkerFolder":
        """The folder of one worker, which may not be there yet."""
        return WorkerFolder(self.path / name)

    def workers(self) -> "list[WorkerFolder]":
        """Every worker that has left a folder, running or not."""
        return self._folders(_WORKER_PREFIX)

    def new_private_worker(self) -> "WorkerFolder":
        """A folder for a worker that is not shared."""
        return WorkerFolder(self.path / f"{_PRIVATE_PREFIX}{os.getpid()}-{os.urandom(4).hex()}")

    def private_workers(self) -> "list[WorkerFolder]":
        """Every private worker that has left a folder, running or not."""
        return self._folders(_PRIVATE_PREFIX)

    def _folders(self, prefix: str) -> "list[WorkerFolder]":
        found = self.path.glob(f"{prefix}*")
        return [WorkerFolder(path) for path in sorted(found) if path.is_dir()]


class WorkerFolder:
    """Socket, log, canary and scratch folders of one worker."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.name
        self.log = path / "log"
        self.canary = path / "canary"
        self.runs = path / "runs"

    def prepare(self) -> socket.socket:
        """Clears what an ended worker left, and returns a socket bound but not yet listening."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.runs.mkdir(mode=0o700, parents=True)
        self.path.chmod(0o700)
        self.canary.write_text("yours to read, not learner code's\n")
        bound = _socket()
        with _short_address(self.path, "socket") as address:
            bound.bind(address)
        return bound

    def connect(self) -> socket.socket | None:
        """A connection to the worker; None when none is listening."""
        connection = _socket()
        try:
            with _short_address(self.path, "socket") as address:
                connection.connect(address)
        except OSError:
            connection.close()
            return None
        return connection

    def is_alive(self) -> bool:
        """Whether a worker listens here."""
        connection = self.connect()
        if connection is not None:
            connection.close()
        return connection is not None

    def remove(self) -> None:
        """Clears the folder of a worker that has ended."""
        shutil.rmtree(self.path, ignore_errors=True)

    def last_words(self) -> str:
        """The end of what the worker printed."""
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(line for line in lines[-8:] if line.strip())


def peer_pid(connection: socket.socket) -> int:
    """The process that listens at the other end, as it is numbered here."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)
    return int.from_bytes(credentials[:4], "little")


def _socket() -> socket.socket:
    return socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC)


@contextlib.contextmanager
def _short_address(folder: Path, name: str) -> Iterator[str]:
    """An address of ``folder/name`` that fits; a long one goes by way of an open descriptor."""
    address = str(folder / name)
    if len(os.fsencode(address)) <= _LONGEST_ADDRESS:
        yield address
        return
    fd = os.open(folder, os.O_PATH | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{fd}/{name}"
    finally:
        os.close(fd)

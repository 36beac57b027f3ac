"""What an attack is, and the scene in which it is carried out."""

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etude.domain.job import Job, Limits
from etude.domain.outcome import Outcome
from etude.sandbox import Cancellation
from etude.sandbox.runtime_folder import peer_pid
from etude.sandbox.warm import WarmSandbox

LEVELS = (1, 2, 3)
IS_ROOT = os.geteuid() == 0

# Learner code, too: `at` tells where things are, the marker in the process's name lets the test
# find whatever came of it, wherever it went.
_BEGINNING = """
import ctypes, os, sys, time
libc = ctypes.CDLL(None, use_errno=True)
at = {at!r}
libc.prctl(15, at["marker"].encode(), 0, 0, 0)
def now():  # stays until the test has looked, however long that takes on a busy machine
    facts.emit("now")
    patience = time.monotonic() + 4
    while not os.path.exists(at["looked"]) and time.monotonic() < patience:
        time.sleep(0.01)
def each(*steps):
    for step in steps:
        try:
            print(step())
        except Exception as error:
            print(type(error).__name__)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """Attributes:
    line: of the table in docs/design/sandbox.md that promises to stop it.
    code: the learner's program.
    effect: looks from outside, after the run, whether the attack came to anything.
    possible_at: levels that do not stop it, as documented.
    root_only: there it is possible for uid 0 alone.
    sure: where it is possible it succeeds on every machine, which shows that it is a real attack.
    runs_at: levels at which it can be tried without harm to the machine.
    beside_another: another run goes on meanwhile; its folder holds the secret in "mine.txt".
    """

    line: str
    code: str
    effect: Callable[["Scene"], object]
    possible_at: tuple[int, ...] = ()
    root_only: bool = False
    sure: bool = True
    runs_at: tuple[int, ...] = LEVELS
    beside_another: bool = False
    limits: Mapping[str, Any] = field(default_factory=dict)
    artifacts: tuple[str, ...] = ()

    def is_possible_at(self, level: int) -> bool:
        return level in self.possible_at and (IS_ROOT or not self.root_only)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The marked processes at one moment, as seen from outside."""

    pids: tuple[int, ...] = ()
    threads: int = 0
    open_files: frozenset[str] = frozenset()
    user_namespaces: frozenset[str] = frozenset()


class Scene:
    """One attack: what it may aim at, and what is left of that afterwards."""

    def __init__(self, sandbox: WarmSandbox, place: Path) -> None:
        self.sandbox = sandbox
        self.place = place
        self.marker = f"etk{secrets.token_hex(4)}"
        self.secret = f"secret-{secrets.token_hex(8)}"
        self.outcome = Outcome()
        self.seen = Seen()
        self.received: list[str] = []
        self._lay_out()
        self._victim = subprocess.Popen(
            [f"{self.marker}-victim", "60"], executable="/bin/sleep", env={"S": self.secret}
        )
        self._tcp, self._listeners = _listeners(place, self.marker)
        self.worker_before = self.worker_pid()

    def _lay_out(self) -> None:
        self.hidden = self.place / "hidden"
        self.public = self.place / "public" / "data.txt"
        self.looked = self.public.with_name(self.marker)
        self.outside = self.place / "outside"
        for folder in (self.hidden, self.public.parent, self.outside):
            folder.mkdir(exist_ok=True)
        self.answers = self.hidden / "answers.txt"
        self.answers.write_text(self.secret)
        self.public.write_text("public")
        for path in (self.answers, self.public):
            path.chmod(0o644)
            os.utime(path, (1e9, 1e9))
            for name in os.listxattr(path):
                os.removexattr(path, name)

    @property
    def at(self) -> dict[str, Any]:
        return {
            "marker": self.marker,
            "answers": str(self.answers),
            "hidden": str(self.hidden),
            "public": str(self.public),
            "looked": str(self.looked),
            "outside": str(self.outside),
            "victim": self._victim.pid,
            "tcp": self._tcp,
            "udp": self._listeners["udp"].getsockname()[1],
            "unix": str(self.place / "stream"),
            "datagram": str(self.place / "datagram"),
            "abstract": "\0" + self.marker,
        }

    def carry_out(self, attack: Attack) -> None:
        source = _BEGINNING.format(at=self.at) + attack.code
        limits = Limits(**{"wall_seconds": 10.0, **attack.limits})
        job = Job(task=source.encode(), artifacts=attack.artifacts, limits=limits)
        with self._another_run() if attack.beside_another else contextlib.nullcontext():
            self.outcome = self.sandbox.run(job, on_frame=self._look)

    @contextlib.contextmanager
    def _another_run(self) -> Iterator[None]:
        begun, over = threading.Event(), Cancellation()
        job = Job(task=b"import time; time.sleep(20)", files={"mine.txt": self.secret.encode()})
        other = threading.Thread(
            target=self.sandbox.run,
            args=(job,),
            kwargs={"on_frame": lambda _: begun.set(), "cancellation": over},
        )
        other.start()
        begun.wait(10)
        try:
            yield
        finally:
            over.request()
            other.join()

    def _look(self, frame: Mapping[str, Any]) -> None:
        if frame["kind"] == "now":
            self.seen = marked(self.marker)
            self.looked.touch()

    # What effects are made of.

    @property
    def printed(self) -> str:
        return self.outcome.stdout

    def content(self, name: str) -> bytes:
        artifact = self.outcome.artifacts.get(name)
        return (artifact.content or b"") if artifact else b""

    def again(self, code: str) -> str:
        """What another job prints."""
        return self.sandbox.run(Job(task=code.encode(), limits=Limits(wall_seconds=10))).stdout

    def worker_pid(self) -> int:
        connection = self.sandbox._folder.connect()
        if connection is None:
            return 0
        with connection:
            return peer_pid(connection)

    def worker_lives(self) -> bool:
        return self.worker_pid() == self.worker_before

    def victim_state(self) -> str:
        if self._victim.poll() is not None:
            return "gone"
        return _state(self._victim.pid)

    @property
    def victim(self) -> int:
        return self._victim.pid

    def left(self) -> tuple[int, ...]:
        return marked(self.marker).pids

    def heard(self) -> list[str]:
        """The listeners that somebody has reached."""
        return [name for name, listener in self._listeners.items() if _was_reached(listener)]

    def clear_away(self) -> None:
        for listener in self._listeners.values():
            listener.close()
        for name in ("stream", "datagram"):
            (self.place / name).unlink(missing_ok=True)
        self.looked.unlink(missing_ok=True)
        for pid in (*self.left(), self._victim.pid):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self._victim.wait()
        for path in self.outside.iterdir():
            path.unlink()


def marked(marker: str) -> Seen:
    """Every process that carries the marker; those that are about to vanish do not count."""
    pids: list[int] = []
    threads, files, namespaces = 0, set(), set()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (folder / "comm").read_text().strip() != marker or _state(int(folder.name)) == "Z":
                continue
            pids.append(int(folder.name))
            threads += len(os.listdir(folder / "task"))
            namespaces.add(os.readlink(folder / "ns/user"))
            files |= {os.readlink(link) for link in (folder / "fd").iterdir()}
    return Seen(
        pids=tuple(pids),
        threads=threads,
        open_files=frozenset(files),
        user_namespaces=frozenset(namespaces),
    )


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"


def _listeners(place: Path, marker: str) -> tuple[int, dict[str, socket.socket]]:
    addresses: dict[str, tuple[int, int, Any]] = {
        "tcp": (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 0)),
        "udp": (socket.AF_INET, socket.SOCK_DGRAM, ("127.0.0.1", 0)),
        "unix": (socket.AF_UNIX, socket.SOCK_STREAM, str(place / "stream")),
        "datagram": (socket.AF_UNIX, socket.SOCK_DGRAM, str(place / "datagram")),
        "abstract": (socket.AF_UNIX, socket.SOCK_STREAM, "\0" + marker),
    }
    opened: dict[str, socket.socket] = {}
    for name, (family, kind, address) in addresses.items():
        opened[name] = socket.socket(family, kind)
        opened[name].bind(address)
        opened[name].setblocking(False)
        if kind == socket.SOCK_STREAM:
            opened[name].listen(1)
    return opened["tcp"].getsockname()[1], opened


def _was_reached(listener: socket.socket) -> bool:
    try:
        if listener.type == socket.SOCK_DGRAM:
            return bool(listener.recv(100))
        listener.accept()[0].close()
    except BlockingIOError:
        return False
    return True

"""Tries every forbidden act once, in a child isolated like any other, and sees it refused.

A level is not read off a version: the kernel may know Landlock and a container may still have
switched it off.
"""

import contextlib
import errno
import os
import signal
import socket
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from etude import decoding
from etude.domain.job import MB, Limits
from etude.domain.worker_protocol import WorkerSettings
from etude.worker.isolation import libc
from etude.worker.isolation.plan import IsolationPlan, LayerMissing

ON = "on"
_LIMITS = Limits(disk_bytes=MB, files=64, open_files=64)
_REFUSALS = frozenset({errno.EACCES, errno.EPERM, errno.ENOSYS, errno.EROFS})


@dataclass(frozen=True, slots=True)
class Act:
    """Something that must fail; ``attempt`` returns normally when it was possible."""

    layer: str
    what: str
    attempt: Callable[[], None]
    refusals: frozenset[int] = _REFUSALS


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the acts are directed at."""

    outside_canary: str
    inside_canary: str
    worker_pid: int


def probe(settings: WorkerSettings, plan: IsolationPlan) -> dict[str, str]:
    """Layer name -> "on", for every layer of the level.

    Raises:
      LayerMissing: a layer is not there, or does not refuse what it should.
    """
    with _canary(settings) as inside:
        surroundings = Surroundings(
            outside_canary=settings.canary, inside_canary=inside, worker_pid=os.getpid()
        )
        scratch = os.path.join(settings.runs_folder, "scratch")
        answer = _ask_child(plan, scratch, surroundings)
    with contextlib.suppress(OSError):
        os.rmdir(scratch)
    for layer, found in answer.items():
        if found != ON:
            raise LayerMissing(layer, found)
    return answer


@contextlib.contextmanager
def _canary(settings: WorkerSettings) -> Iterator[str]:
    """A file that the worker can read, visible to the child at every level."""
    folder = "/tmp" if settings.level >= 3 else settings.runs_folder
    path = Path(folder, "canary")
    path.write_text("readable by the worker, not by learner code")
    try:
        yield str(path)
    finally:
        path.unlink()


def _ask_child(plan: IsolationPlan, scratch: str, surroundings: Surroundings) -> dict[str, str]:
    reader, writer = os.pipe()
    pid = plan.fork()
    if pid == 0:
        _answer_and_end(plan, scratch, surroundings, writer)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    os.waitpid(pid, 0)
    if not data:
        raise LayerMissing("probe", "the probing child ended without an answer")
    return decoding.from_json(data, dict[str, str])


def _answer_and_end(
    plan: IsolationPlan, scratch: str, surroundings: Surroundings, writer: int
) -> None:
    try:
        libc.die_with_parent(signal.SIGKILL)
        answer = _try_everything(plan, scratch, surroundings)
        os.write(writer, msgspec.json.encode(answer))
    finally:
        os._exit(0)


def _try_everything(
    plan: IsolationPlan, scratch: str, surroundings: Surroundings
) -> dict[str, str]:
    try:
        plan.make_room(scratch, _LIMITS)
        os.chdir(scratch)
        plan.close_doors(scratch)
        plan.limit(_LIMITS)
    except LayerMissing as missing:
        return {missing.layer: missing.why}
    found: dict[str, str] = {}
    for act in _acts(plan.level, surroundings):
        problem = _problem_with(act)
        if problem or act.layer not in found:
            found[act.layer] = problem or ON
    return found


def _problem_with(act: Act) -> str:
    try:
        act.attempt()
    except OSError as error:
        if error.errno in act.refusals:
            return ""
        return f"{act.what}: expected a refusal, got {error}"
    except Exception as error:
        return f"{act.what}: expected a refusal, got {type(error).__name__}: {error}"
    return f"{act.what} was possible"


def _acts(level: int, at: Surroundings) -> list[Act]:
    acts = [Act("limits", "opening too many files", _open_many, frozenset({errno.EMFILE}))]
    if level >= 2:
        acts += _file_acts(level, at) + _call_acts(at)
    if level >= 3:
        acts += _world_acts(at)
    return acts


def _file_acts(level: int, at: Surroundings) -> list[Act]:
    hidden = _REFUSALS | {errno.ENOENT} if level >= 3 else _REFUSALS
    beside = os.path.join(os.path.dirname(at.inside_canary), "written-by-probe")
    return [
        Act("landlock", "reading a file outside", lambda: _read(at.outside_canary), hidden),
        Act("landlock", "reading a file of the worker", lambda: _read(at.inside_canary)),
        Act("landlock", "writing outside the scratch folder", lambda: _write(beside)),
        Act("landlock", "overwriting a file", lambda: _write(at.inside_canary)),
    ]


def _call_acts(at: Surroundings) -> list[Act]:
    return [
        Act("seccomp", "a network socket", lambda: _socket(socket.AF_INET)),
        Act("seccomp", "a local socket", lambda: _socket(socket.AF_UNIX)),
        Act("seccomp", "a pair of datagram sockets", _datagram_pair),
        Act("seccomp", "starting a process", _fork),
        Act("seccomp", "running a program", lambda: os.execv("/bin/true", ["true"])),
        Act("seccomp", "memory outside the limits", lambda: os.close(os.memfd_create("probe"))),
        Act("seccomp", "a signal to the worker", lambda: os.kill(at.worker_pid, 0)),
        Act("seccomp", "changing a file's mode", lambda: _change_mode(at.inside_canary)),
    ]


def _world_acts(at: Surroundings) -> list[Act]:
    none_there = frozenset({errno.ENOENT})
    return [
        Act("namespaces", "seeing a file outside", lambda: _see(at.outside_canary), none_there),
        Act("namespaces", "seeing other processes", _see_processes, none_there),
        Act("namespaces", "seeing a network", _see_network, none_there),
        Act("namespaces", "changing a device's mode", lambda: _change_mode(os.devnull)),
        Act("quota", "filling the disk", _fill_disk, frozenset({errno.ENOSPC})),
    ]


def _open_many() -> None:
    opened: list[int] = []
    try:
        for _ in range(_LIMITS.open_files + 1):
            opened.append(os.open(".", os.O_RDONLY))
    finally:
        for fd in opened:
            os.close(fd)


def _read(path: str) -> None:
    os.close(os.open(path, os.O_RDONLY))


def _write(path: str) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC))


def _change_mode(path: str) -> None:
    """Success is an answer that seccomp may give; what counts is the mode."""
    before = os.stat(path).st_mode
    os.chmod(path, stat.S_IMODE(before) ^ stat.S_IXOTH)
    if os.stat(path).st_mode == before:
        raise PermissionError(errno.EPERM, "no effect")


def _see(path: str) -> None:
    os.lstat(path)


def _socket(family: int) -> None:
    socket.socket(family, socket.SOCK_STREAM).close()


def _datagram_pair() -> None:
    for end in socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM):
        end.close()


def _fork() -> None:
    if os.fork() == 0:
        os._exit(0)


def _see_processes() -> None:
    others = {name for name in os.listdir("/proc") if name.isdigit()} - {str(os.getpid())}
    if os.getpid() == 1 and not others:
        raise FileNotFoundError(errno.ENOENT, "no other process")


def _see_network() -> None:
    lines = Path("/proc/net/dev").read_text().splitlines()[2:]
    if all(line.split(":")[0].strip() == "lo" for line in lines):
        raise FileNotFoundError(errno.ENOENT, "no network but its own loopback")


def _fill_disk() -> None:
    fd = os.open("filling", os.O_WRONLY | os.O_CREAT)
    try:
        for _ in range(3):
            os.write(fd, bytes(MB))
    finally:
        os.close(fd)

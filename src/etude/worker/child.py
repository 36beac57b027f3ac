"""One run, from the fork to the end of the process."""

import contextlib
import fcntl
import os
import signal
import socket
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import msgspec

from etude import decoding
from etude.domain.job import Job, Limits
from etude.domain.worker_protocol import EXIT_OURS, Ready, Refused, RunRequest, WorkerSettings
from etude.worker.execute import execute
from etude.worker.isolation import libc
from etude.worker.isolation.plan import IsolationPlan, LayerMissing, Stopwatch
from etude.worker.preload import Perform, Preloaded
from etude.worker.scratch import ForbiddenPath, enter, fill

FACTS_FD = 3
_CONNECTION_FD = 4
_JOB_FD = 5
_FIRST_FREE_FD = 64

EXIT_REFUSED = 250


@dataclass(frozen=True, slots=True)
class Inherited:
    """The descriptors that a run is given, in the order in which they are sent."""

    stdout: int
    stderr: int
    facts: int
    job: int
    connection: int


@dataclass(frozen=True, slots=True)
class Run:
    """What was asked of a child."""

    request: RunRequest
    inherited: Inherited


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """What a child knows when it has been forked.

    Attributes:
      limits: those it stands up with; a run may have tighter ones, in a scratch folder as large.
      next_run: its only run; waits for one, and gives None when none will come.
      waits: it was forked before anybody asked, so it has time to rehearse.
    """

    scratch: str
    worker_pid: int
    limits: Limits
    next_run: Callable[[], Run | None]
    waits: bool = False


def live(
    child: Child,
    *,
    settings: WorkerSettings,
    plan: IsolationPlan,
    layers: dict[str, str],
    preloaded: Preloaded,
) -> NoReturn:
    """Isolates this process, does its job and ends the process, come what may."""
    code = EXIT_OURS
    try:
        watch = Stopwatch()
        problem = _isolate(child, watch, plan)
        if child.waits and problem is None:
            preloaded.rehearse()
        run = child.next_run()
        if run is not None:
            code = _do(run, problem, watch, settings, plan, layers, preloaded.perform)
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _isolate(child: Child, watch: Stopwatch, plan: IsolationPlan) -> Exception | None:
    """Stands up in an empty scratch folder; returns what went wrong, which nobody can hear yet."""
    try:
        _leave_the_worker(child, plan)
        _make_room_for_descriptors()
        with watch.phase("isolate"):
            plan.make_room(child.scratch, child.limits)
            enter(child.scratch)
            plan.close_doors(child.scratch)
    except Exception as error:
        return error
    return None


def _do(
    run: Run,
    problem: Exception | None,
    watch: Stopwatch,
    settings: WorkerSettings,
    plan: IsolationPlan,
    layers: dict[str, str],
    perform: Perform,
) -> int:
    watch.since(run.request.sent_ns, "queue")
    _arrange_descriptors(run.inherited)
    connection = socket.socket(fileno=_CONNECTION_FD)
    try:
        if problem is not None:
            raise problem
        job = _read_job()
        fill(Path("."), job, grants=settings.grants)
        plan.limit(job.limits)
    except Exception as error:
        _send(connection, _refusal(error))
        return EXIT_REFUSED
    watch.since(run.request.sent_ns, "start")
    _say_ready(connection, Ready(level=plan.level, layers=layers, phases=watch.phases))
    return execute(job, token=run.request.token, facts_fd=FACTS_FD, perform=perform)


def _say_ready(connection: socket.socket, ready: Ready) -> None:
    folder = os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    socket.send_fds(connection, [msgspec.json.encode(ready)], [folder])
    os.close(folder)
    connection.close()


def _refusal(error: Exception) -> Refused:
    if isinstance(error, LayerMissing):
        return Refused(layer=error.layer, detail=error.why)
    if isinstance(error, ForbiddenPath):
        return Refused(layer="files", detail=str(error))
    return Refused(layer="start", detail=f"{type(error).__name__}: {error}")


def _arrange_descriptors(inherited: Inherited) -> None:
    """0 to 5 become what learner code and we expect; everything else is closed."""
    wanted = (
        _nothing_to_read(),
        inherited.stdout,
        inherited.stderr,
        inherited.facts,
        inherited.connection,
        inherited.job,
    )
    # First out of the way, then into place: a number may be both a source and a target.
    aside = [_duplicate_above(fd, _FIRST_FREE_FD) for fd in wanted]
    for target, fd in enumerate(aside):
        os.dup2(fd, target, inheritable=True)
    os.closerange(len(wanted), os.sysconf("SC_OPEN_MAX"))


def _make_room_for_descriptors() -> None:
    """Has the table of descriptors grow while there is one thread.

    With more, as after a rehearsal, the kernel first waits until no other thread can be reading
    the table: up to 20 ms, of a run that somebody waits for.
    """
    os.close(_duplicate_above(0, _FIRST_FREE_FD))


def _nothing_to_read() -> int:
    """A pipe that is at its end: no descriptor may lead to a file that could be changed by it."""
    reader, writer = os.pipe()
    os.close(writer)
    return reader


def _duplicate_above(fd: int, lowest: int) -> int:
    return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, lowest)


def _leave_the_worker(child: Child, plan: IsolationPlan) -> None:
    os.setsid()
    libc.die_with_parent(signal.SIGKILL)
    # In a process namespace of its own a child sees no parent, but dies with the namespace.
    if plan.level < 3 and os.getppid() != child.worker_pid:
        os._exit(EXIT_OURS)


def _read_job() -> Job:
    with os.fdopen(_JOB_FD, "rb") as file:
        file.seek(0)
        return decoding.from_msgpack(file.read(), Job)


def _send(connection: socket.socket, message: object) -> None:
    with contextlib.suppress(OSError):  # nobody is listening any more
        connection.send(msgspec.json.encode(message))

"""One run, from the fork to the end of the process."""

import contextlib
import fcntl
import os
import signal
import socket
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import msgspec

from etude.domain.job import Job
from etude.domain.worker_protocol import EXIT_OURS, Ready, Refused, RunRequest, WorkerSettings
from etude.worker.execute import execute
from etude.worker.isolation import libc
from etude.worker.isolation.plan import IsolationPlan, LayerMissing, Stopwatch
from etude.worker.preload import Perform
from etude.worker.scratch import ForbiddenPath, enter, fill

FACTS_FD = 3
_CONNECTION_FD = 4
_JOB_FD = 5
_FIRST_FREE_FD = 64

EXIT_REFUSED = 250


@dataclass(frozen=True, slots=True)
class Inherited:
    """The descriptors that a child is given, in the order in which they are sent."""

    stdout: int
    stderr: int
    facts: int
    job: int
    connection: int


@dataclass(frozen=True, slots=True)
class Run:
    """What a child knows of its run before it has read the job."""

    request: RunRequest
    inherited: Inherited
    scratch: str
    worker_pid: int


def live(
    run: Run,
    *,
    settings: WorkerSettings,
    plan: IsolationPlan,
    layers: dict[str, str],
    perform: Perform,
) -> NoReturn:
    """Isolates this process, does the job and ends the process, come what may."""
    code = EXIT_OURS
    try:
        job = _isolate(run, settings=settings, plan=plan, layers=layers)
        code = (
            EXIT_REFUSED
            if job is None
            else execute(job, token=run.request.token, facts_fd=FACTS_FD, perform=perform)
        )
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(code)


def _isolate(
    run: Run, *, settings: WorkerSettings, plan: IsolationPlan, layers: dict[str, str]
) -> Job | None:
    watch = Stopwatch()
    watch.since(run.request.sent_ns, "queue")
    _arrange_descriptors(run.inherited, also=plan.descriptors)
    connection = socket.socket(fileno=_CONNECTION_FD)
    try:
        _leave_the_worker(run, plan)
        job = _read_job()
        with watch.phase("isolate"):
            folder = _enter_scratch(run.scratch, job, settings=settings, plan=plan)
            plan.close_doors(run.scratch, job.limits)
    except Exception as error:
        _send(connection, _refusal(error))
        return None
    watch.since(run.request.sent_ns, "start")
    ready = Ready(level=plan.level, layers=layers, phases=watch.phases)
    socket.send_fds(connection, [msgspec.json.encode(ready)], [folder])
    os.close(folder)
    connection.close()
    return job


def _refusal(error: Exception) -> Refused:
    if isinstance(error, LayerMissing):
        return Refused(layer=error.layer, detail=error.why)
    if isinstance(error, ForbiddenPath):
        return Refused(layer="files", detail=str(error))
    return Refused(layer="start", detail=f"{type(error).__name__}: {error}")


def _arrange_descriptors(inherited: Inherited, *, also: tuple[int, ...]) -> None:
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
    _close_all_but({*range(len(wanted)), *also})


def _nothing_to_read() -> int:
    """A pipe that is at its end: no descriptor may lead to a file that could be changed by it."""
    reader, writer = os.pipe()
    os.close(writer)
    return reader


def _duplicate_above(fd: int, lowest: int) -> int:
    return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, lowest)


def _close_all_but(kept: set[int]) -> None:
    start = 0
    for fd in sorted(kept):
        if start < fd:  # an empty range that begins at 0 would close everything
            os.closerange(start, fd)
        start = fd + 1
    os.closerange(start, os.sysconf("SC_OPEN_MAX"))


def _leave_the_worker(run: Run, plan: IsolationPlan) -> None:
    os.setsid()
    libc.die_with_parent(signal.SIGKILL)
    # In a process namespace of its own a child sees no parent, but dies with the namespace.
    if plan.level < 3 and os.getppid() != run.worker_pid:
        os._exit(EXIT_OURS)


def _read_job() -> Job:
    with os.fdopen(_JOB_FD, "rb") as file:
        file.seek(0)
        return msgspec.msgpack.decode(file.read(), type=Job)


def _enter_scratch(scratch: str, job: Job, *, settings: WorkerSettings, plan: IsolationPlan) -> int:
    """Makes, fills and enters the scratch folder; returns a descriptor of it."""
    plan.make_room(scratch, job.limits)
    fill(Path(scratch), job, grants=settings.grants)
    enter(scratch)
    return os.open(".", os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def _send(connection: socket.socket, message: object) -> None:
    with contextlib.suppress(OSError):  # nobody is listening any more
        connection.send(msgspec.json.encode(message))

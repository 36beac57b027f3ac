"""The worker's loop: takes connections, has a child for each run, watches time, reaps."""

import contextlib
import os
import resource
import selectors
import signal
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from etude import decoding
from etude.domain.job import Limits
from etude.domain.worker_protocol import (
    MESSAGE_BYTES,
    RUN_DESCRIPTORS,
    Ended,
    Refused,
    RunRequest,
    WorkerSettings,
    WorkerStatus,
)
from etude.worker.child import Child, Inherited, Run
from etude.worker.reserve import Reserve
from etude.worker.scratch import Sweeper

_SWEEP_ENTRIES = 500
_LEVEL_WITH_OWN_WORLD = 3
# How long a guest may be connected and say nothing: before its run, and after it, while it fetches.
_SILENCE_BEFORE, _SILENCE_AFTER = 10.0, 120.0
# The clean runs that may follow a run are not to share the processor with a child getting ready.
_QUIET_SECONDS = 0.05
# ru_maxrss counts kilobytes on Linux.
_RSS_UNIT = 1024


@dataclass(slots=True, eq=False)
class LiveRun:
    """One child, from the fork until its scratch folder may go."""

    pid: int
    pidfd: int
    deadline: float
    scratch: str
    killed: str = ""
    ended: bool = False


@dataclass(slots=True, eq=False)
class Guest:
    """One connection, and its run if it has asked for one; ``gone`` when it has hung up.

    ``patience_ends`` is when silence becomes too long; it does not count while a run goes on.
    """

    connection: socket.socket
    patience_ends: float
    run: LiveRun | None = None
    gone: bool = False


class Zygote:
    """Forks a child per run; single-threaded, because a fork copies one thread only.

    Args:
      settings: what the worker was told when it started.
      fork: makes a child as the level demands.
      status: what it says about itself; the counts are filled in when asked.
      lifeline: readable when whoever started a private worker has gone; None for a shared one.
    """

    def __init__(
        self,
        settings: WorkerSettings,
        *,
        listener: socket.socket,
        fork: Callable[[], int],
        status: WorkerStatus,
        lifeline: int | None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._listener = listener
        self._fork = fork
        self._status = status
        self._lifeline = lifeline
        self._now = now
        self._started = self._last_used = now()
        self._runs = self._children = 0
        self._guests: set[Guest] = set()
        self._sweeper = Sweeper(settings.runs_folder)
        self._stopping = self._retiring = False
        self._selector = selectors.DefaultSelector()
        self._reserve = Reserve(
            self._selector,
            fork=fork,
            new_scratch=self._scratch_path,
            clear_away=self._clear_away,
            # A worker of one program's own serves run after run: getting ready would slow them.
            first=None if settings.private else Limits(),
        )
        self._selector.register(listener, selectors.EVENT_READ, self._welcome)
        if lifeline is not None:
            self._selector.register(lifeline, selectors.EVENT_READ, self._stop)

    def serve(self) -> Child | None:
        """Serves until it is time to end (None), or, in a fresh child, says what it is for."""
        while not self._finished():
            child = self._attend() or self._get_ready()
            if child is not None:
                return self._become_child(child)
            self._end_overdue()
            self._part_with_silent()
            self._sweeper.sweep(_SWEEP_ENTRIES)
        self._end_everything()
        return None

    def _attend(self) -> Child | None:
        for key, _ in self._selector.select(self._patience()):
            # A connection may have gone together with an event before it in this batch.
            if key.fileobj in self._selector.get_map():
                child: Child | None = key.data()
                if child is not None:
                    return child
        return None

    def _finished(self) -> bool:
        if self._stopping or (self._retiring and not self._guests):
            return True
        idle = self._now() - self._last_used
        return not self._guests and not self._sweeper and idle >= self._settings.idle_seconds

    def _patience(self) -> float:
        """Seconds until something has to be done unasked."""
        if self._sweeper:
            return 0.0
        moments = [run.deadline for run in self._live_runs()]
        moments += [guest.patience_ends for guest in self._waiting_guests()]
        if not self._guests:
            moments.append(self._last_used + self._settings.idle_seconds)
            moments += [self._last_used + _QUIET_SECONDS] if self._reserve.is_wanted else []
        return max(0.0, min(moments, default=self._now() + 60.0) - self._now())

    def _live_runs(self) -> list[LiveRun]:
        runs = (guest.run for guest in self._guests)
        return [run for run in runs if run is not None and not run.ended]

    def _waiting_guests(self) -> list[Guest]:
        """Those that have no run, or one that has ended."""
        return [guest for guest in self._guests if guest.run is None or guest.run.ended]

    # Connections

    def _welcome(self) -> None:
        with contextlib.suppress(BlockingIOError):
            connection, _ = self._listener.accept()
            connection.setblocking(False)
            self._admit(Guest(connection, patience_ends=self._now() + _SILENCE_BEFORE))

    def _admit(self, guest: Guest) -> None:
        self._guests.add(guest)
        self._selector.register(
            guest.connection, selectors.EVENT_READ, lambda: self._listen_to(guest)
        )

    def _listen_to(self, guest: Guest) -> Child | None:
        message, descriptors = _receive(guest.connection)
        operation = message.get("op", "")
        if operation == "run" and guest.run is None and len(descriptors) == RUN_DESCRIPTORS:
            return self._start(guest, decoding.convert(message, RunRequest), descriptors)
        for fd in descriptors:
            os.close(fd)
        if operation == "cancel":
            self._cancel(guest)
        elif operation == "status":
            self._tell(guest, self._current_status())
        elif operation == "stop":
            self._stop()
        elif operation == "retire":
            self._retiring = True
        else:  # done, hung up, or not a message of ours
            self._part_with(guest)
        return None

    def _current_status(self) -> WorkerStatus:
        return replace(
            self._status,
            uptime_seconds=self._now() - self._started,
            runs=self._runs,
            running=len(self._live_runs()),
            ready=self._reserve.is_ready,
        )

    def _tell(self, guest: Guest, message: object) -> None:
        with contextlib.suppress(OSError):  # it may have hung up
            guest.connection.send(msgspec.json.encode(message))

    def _part_with(self, guest: Guest) -> None:
        """The guest has what it wanted, or has hung up: nothing of its run may stay."""
        guest.gone = True
        self._selector.unregister(guest.connection)
        guest.connection.close()
        if guest.run is not None and not guest.run.ended:
            self._cancel(guest)  # burying it ends the matter
        else:
            self._forget(guest)

    def _part_with_silent(self) -> None:
        """Nobody keeps the worker, or a scratch folder, by merely being connected."""
        for guest in self._waiting_guests():
            if self._now() >= guest.patience_ends:
                self._part_with(guest)

    def _forget(self, guest: Guest) -> None:
        self._guests.discard(guest)
        if guest.run is None:
            return  # who only asks how the worker is does not keep it alive
        self._last_used = self._now()
        self._clear_away(guest.run.scratch)

    def _clear_away(self, scratch: str) -> None:
        if self._settings.level < _LEVEL_WITH_OWN_WORLD:
            self._sweeper.take(scratch)

    def _become_child(self, child: Child) -> Child:
        """Lets go of what is the worker's, so that no destructor closes a reused descriptor."""
        self._selector.close()
        self._listener.close()
        for guest in self._guests:
            guest.connection.close()
        self._reserve.close_door()
        return child

    # Runs

    def _start(self, guest: Guest, request: RunRequest, descriptors: list[int]) -> Child | None:
        """Gives the run to the child on standby, else to a new one, where this returns again."""
        self._runs += 1
        self._reserve.expect(request.limits)
        stdout, stderr, facts, job = descriptors
        inherited = Inherited(stdout, stderr, facts, job, guest.connection.fileno())
        child = None
        if not self._pass_to_standby(guest, request, inherited):
            child = self._fork_for(guest, Run(request, inherited))
        if child is None:
            for fd in descriptors:
                os.close(fd)
        return child

    def _pass_to_standby(self, guest: Guest, request: RunRequest, inherited: Inherited) -> bool:
        standby = self._reserve.take(request, inherited)
        if standby is None:
            return False
        self._watch(guest, standby.pid, standby.pidfd, request.limits, standby.scratch)
        return True

    def _fork_for(self, guest: Guest, run: Run) -> Child | None:
        scratch = self._scratch_path()
        worker_pid = os.getpid()
        try:
            pid = self._fork()
        except OSError as error:
            self._tell(guest, Refused(layer="fork", detail=f"no new process: {error}"))
            return None
        if pid == 0:
            guest.connection.detach()
            limits = run.request.limits
            return Child(
                scratch=scratch, worker_pid=worker_pid, limits=limits, next_run=lambda: run
            )
        self._watch(guest, pid, os.pidfd_open(pid), run.request.limits, scratch)
        return None

    def _scratch_path(self) -> str:
        own_world = self._settings.level >= _LEVEL_WITH_OWN_WORLD
        self._children += 1
        name = "scratch" if own_world else f"run-{self._children}"
        return os.path.join(self._settings.runs_folder, name)

    def _watch(self, guest: Guest, pid: int, pidfd: int, limits: Limits, scratch: str) -> None:
        deadline = self._now() + limits.wall_seconds
        guest.run = LiveRun(pid=pid, pidfd=pidfd, deadline=deadline, scratch=scratch)
        self._selector.register(pidfd, selectors.EVENT_READ, lambda: self._bury(guest))

    def _get_ready(self) -> Child | None:
        """Has a child stand by when nothing else is going on; returns again in it."""
        quiet = self._now() - self._last_used >= _QUIET_SECONDS
        return self._reserve.renew() if quiet and not (self._guests or self._sweeper) else None

    def _bury(self, guest: Guest) -> None:
        """Reaps the child, ends whatever it left behind, and tells the guest."""
        run = guest.run
        if run is None:
            return
        self._selector.unregister(run.pidfd)
        os.close(run.pidfd)
        # Before the reaping: until then nothing else can have got its process group's number.
        _kill(run.pid)
        _, status, usage = os.wait4(run.pid, 0)
        run.ended = True
        guest.patience_ends = self._now() + _SILENCE_AFTER
        self._tell(guest, _ended(run, status, usage))
        if guest.gone:
            self._forget(guest)

    def _cancel(self, guest: Guest) -> None:
        run = guest.run
        if run is not None and not run.ended:
            run.killed = run.killed or "cancel"
            _kill(run.pid)

    def _end_overdue(self) -> None:
        for run in self._live_runs():
            if self._now() >= run.deadline:
                run.killed = run.killed or "timeout"
                run.deadline = self._now() + 5.0
                _kill(run.pid)

    # The end

    def _stop(self) -> None:
        self._stopping = True

    def _end_everything(self) -> None:
        self._listener.close()
        self._reserve.dismiss()
        for guest in list(self._guests):
            self._cancel(guest)
            if guest.run is not None and not guest.run.ended:
                self._bury(guest)
            if not guest.gone:
                self._part_with(guest)
        while self._sweeper:
            self._sweeper.sweep(_SWEEP_ENTRIES)


def _receive(connection: socket.socket) -> tuple[dict[str, Any], list[int]]:
    """One message and the descriptors that came with it; an empty one for a hang-up."""
    try:
        data, descriptors, _, _ = socket.recv_fds(connection, MESSAGE_BYTES, RUN_DESCRIPTORS)
    except OSError:
        return {}, []
    try:
        return decoding.from_json(data, dict[str, Any]), list(descriptors)
    except msgspec.DecodeError:
        return {}, list(descriptors)


def _kill(pid: int) -> None:
    """Ends a child and its process group (its own, once it has called setsid)."""
    for end in (os.kill, os.killpg):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            end(pid, signal.SIGKILL)


def _ended(run: LiveRun, status: int, usage: resource.struct_rusage) -> Ended:
    return Ended(
        exit_code=os.waitstatus_to_exitcode(status),
        killed=run.killed,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        peak_memory_bytes=usage.ru_maxrss * _RSS_UNIT,
    )

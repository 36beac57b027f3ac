"""Runs each job in a process of its own that was started ahead, where fork is not to be had."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from etude.domain.frames import TOKEN_BYTES
from etude.domain.job import Job
from etude.domain.outcome import Artifact, Fault, Isolation, Outcome, Reason
from etude.domain.worker_protocol import Ended, Grant, RunRequest, WorkerSettings
from etude.sandbox.artifacts import fetch_artifacts
from etude.sandbox.cancellation import Cancellation, ended_by
from etude.sandbox.collected import Collected
from etude.sandbox.environment import worker_environment
from etude.sandbox.port import ClosesOnExit, OnFrame, SandboxUnavailable, unavailable_outcome
from etude.sandbox.readable import readable_places
from etude.sandbox.settings import SandboxSettings
from etude.sandbox.start_python import start_python

_CHUNK = 1 << 18
_NEEDS_LINUX = "needs Linux"
_COMMAND = ("-P", "-W", "ignore", "-m", "etude.worker.spare")


class SpareSandbox(ClosesOnExit):
    """Level 1 everywhere: keeps one process ready that has already imported TensorFlow.

    Raises:
      SandboxUnavailable: more than level 1 is asked for.
    """

    def __init__(self, settings: SandboxSettings) -> None:
        if settings.minimum_level > 1:
            raise SandboxUnavailable(
                f"expected isolation of level {settings.minimum_level} or more, and here only "
                "level 1 can be had. Use Linux (a container or WSL2 will do), or allow level 1.",
                reason=Reason.LAYER,
            )
        self._settings = settings
        self._environment = worker_environment(settings)
        self._grants = readable_places(
            self._environment, extra=(*settings.import_paths, *settings.readable)
        ).grants()
        self._turn = threading.Lock()
        self._waiting: _Spare | None = None
        self._closed = False

    @property
    def isolation(self) -> Isolation:
        """A process of its own, and limits as far as the platform has them."""
        limits = "wall clock and output only" if sys.platform == "win32" else "on"
        missing = dict.fromkeys(("landlock", "seccomp", "namespaces", "quota"), _NEEDS_LINUX)
        return Isolation(level=1, layers={"limits": limits, **missing})

    def run(
        self,
        job: Job,
        *,
        on_frame: OnFrame | None = None,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        """Runs one job in the waiting process, and starts the next one to wait."""
        sent_ns = time.monotonic_ns()
        try:
            spare = self._take(rehearsed=not job.fresh_runtime)
        except SandboxUnavailable as error:
            return unavailable_outcome(error)
        with spare, ended_by(cancellation, spare.cancel):
            return spare.run(job, on_frame=on_frame, sent_ns=sent_ns, isolation=self.isolation)

    def close(self) -> None:
        """Ends the waiting process."""
        with self._turn:
            self._closed = True
            waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.close()

    def _take(self, *, rehearsed: bool) -> "_Spare":
        with self._turn:
            if self._closed:
                raise SandboxUnavailable("this sandbox has been closed; open another")
            if not rehearsed:
                return self._start(rehearses=False)
            taken = self._waiting or self._start()
            self._waiting = self._start()
        return taken

    def _start(self, *, rehearses: bool = True) -> "_Spare":
        return _Spare(
            self._settings,
            environment=self._environment,
            grants=self._grants,
            rehearses=rehearses,
        )


class _Spare(ClosesOnExit):
    """One process, from its start until its scratch folder is gone."""

    def __init__(
        self,
        settings: SandboxSettings,
        *,
        environment: Mapping[str, str],
        grants: tuple[Grant, ...],
        rehearses: bool,
    ) -> None:
        self._patience = settings.start_seconds
        self._token = os.urandom(TOKEN_BYTES)
        self._scratch = tempfile.mkdtemp(prefix="etude-")
        self._birth: Mapping[str, Any] | None = None
        self._start_ms = 0.0
        self._started = threading.Event()
        self._killed = ""
        self._facts_reader, writer = os.pipe()
        try:
            self._process = _popen(environment, writer)
        finally:
            os.close(writer)
        told = WorkerSettings(
            level=1,
            roots=(),
            grants=grants,
            runs_folder=self._scratch,
            canary="",
            perform=settings.perform,
            preload=settings.preload,
            rehearses=rehearses,
        )
        self._give(msgspec.json.encode(told), self._token.hex().encode())

    def _give(self, *blocks: bytes) -> None:
        orders = self._process.stdin
        assert orders is not None
        with contextlib.suppress(OSError):  # it has ended; that is noticed where it is awaited
            for block in blocks:
                orders.write(len(block).to_bytes(8, "little") + block)
            orders.flush()

    def run(
        self, job: Job, *, on_frame: OnFrame | None, sent_ns: int, isolation: Isolation
    ) -> Outcome:
        """Does the one job this process is for."""
        told: list[BaseException] = []
        collected = Collected(
            self._token,
            limits=job.limits,
            on_frame=lambda frame: self._hear(frame, on_frame),
            stop=lambda: self._kill("cancel"),
        )
        readers = self._start_readers(collected, told)
        request = RunRequest(token=self._token.hex(), sent_ns=sent_ns, limits=job.limits)
        self._give(msgspec.json.encode(request), msgspec.msgpack.encode(job))
        ended = self._await_end(job.limits.wall_seconds)
        for reader in readers:
            reader.join(timeout=1.0)
        if told:
            raise told[0]
        if not self._started.is_set() and self._killed != "cancel":
            return self._never_began(collected)
        phases = {"start": self._start_ms, "total": (time.monotonic_ns() - sent_ns) / 1e6}
        outcome = collected.outcome(
            ended, artifacts=self._fetch(job), phases=phases, isolation=isolation
        )
        return replace(outcome, frames=_without_our_own(outcome.frames))

    def _hear(self, frame: Mapping[str, Any], on_frame: OnFrame | None) -> None:
        if self._birth is None:
            self._birth = frame
        elif not self._started.is_set() and frame["kind"] in ("started", "fault"):
            self._start_ms = float(frame.get("milliseconds", 0.0))
            self._started.set()
        elif on_frame is not None:
            on_frame(frame)

    def _start_readers(
        self, collected: Collected, told: list[BaseException]
    ) -> list[threading.Thread]:
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        channels = {
            self._process.stdout.fileno(): collected.take_stdout,
            self._process.stderr.fileno(): collected.take_stderr,
            self._facts_reader: collected.take_facts,
        }
        readers = [
            threading.Thread(target=self._read, args=(fd, take, told), daemon=True)
            for fd, take in channels.items()
        ]
        for reader in readers:
            reader.start()
        return readers

    def _read(self, fd: int, take: Callable[[bytes], None], told: list[BaseException]) -> None:
        try:
            while data := os.read(fd, _CHUNK):
                take(data)
        except OSError:
            return  # closed at the end of the run
        except BaseException as error:  # the caller's on_frame: it is raised again in its thread
            told.append(error)
            self._kill("cancel")

    def _await_end(self, wall_seconds: float) -> Ended:
        usage = _Usage(self._process)
        try:
            patience = time.monotonic() + self._patience
            while not self._started.wait(0.02) and not usage.ended():
                if time.monotonic() > patience:
                    self._kill("timeout")
            deadline = time.monotonic() + wall_seconds
            while not usage.ended():
                if time.monotonic() > deadline:
                    self._kill("timeout")
                time.sleep(0.002)
        except BaseException:
            self._kill("cancel")
            usage.wait()
            raise
        return usage.report(self._killed)

    def cancel(self) -> None:
        """Ends the run; its outcome says that it was given up."""
        self._kill("cancel")

    def _kill(self, why: str) -> None:
        self._killed = self._killed or why
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._process.kill()
            else:
                os.killpg(self._process.pid, signal.SIGKILL)

    def _never_began(self, collected: Collected) -> Outcome:
        detail = str((self._birth or {}).get("detail") or collected.stderr or "it ended at once")
        return Outcome(
            fault=Fault.SYSTEM,
            reason=Reason.WORKER,
            detail=f"étude's worker could not start: {detail}",
            stderr=collected.stderr,
        )

    def _fetch(self, job: Job) -> dict[str, Artifact]:
        if sys.platform == "win32":
            from etude.sandbox.artifacts_by_path import fetch_by_path

            return fetch_by_path(
                self._scratch, job.artifacts, limit_bytes=job.limits.artifact_bytes
            )
        folder = os.open(self._scratch, os.O_RDONLY)
        try:
            return fetch_artifacts(folder, job.artifacts, limit_bytes=job.limits.artifact_bytes)
        finally:
            os.close(folder)

    def close(self) -> None:
        """Ends the process if it has not, and removes what it wrote."""
        self._kill("cancel")
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()
        with contextlib.suppress(OSError):
            os.close(self._facts_reader)
        shutil.rmtree(self._scratch, ignore_errors=True)


class _Usage:
    """Waits for a process in a way that also tells what it used, where the platform can."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        self._cpu_seconds = 0.0
        self._peak_bytes = 0

    def ended(self) -> bool:
        if sys.platform == "win32":
            return self._process.poll() is not None
        # Not poll(): what it reaps itself takes the figures with it.
        if self._process.returncode is None:
            self._wait4(os.WNOHANG)
        return self._process.returncode is not None

    def wait(self) -> None:
        self._process.wait()

    def _wait4(self, options: int) -> None:
        try:
            pid, status, usage = os.wait4(self._process.pid, options)
        except ChildProcessError:
            return
        if pid == 0:
            return
        self._process.returncode = os.waitstatus_to_exitcode(status)
        self._cpu_seconds = usage.ru_utime + usage.ru_stime
        # macOS counts bytes where Linux counts kilobytes.
        self._peak_bytes = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def report(self, killed: str) -> Ended:
        return Ended(
            exit_code=self._process.returncode,
            killed=killed,
            cpu_seconds=self._cpu_seconds,
            peak_memory_bytes=self._peak_bytes,
        )


def _without_our_own(frames: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """The frames of ``perform``: a process begins by saying that it is there."""
    first = [frame for frame in frames[:2] if frame["kind"] not in ("birth", "started")]
    return (*first, *frames[2:])


def _popen(environment: Mapping[str, str], facts: int) -> "subprocess.Popen[bytes]":
    """Starts the process with the write end of the facts pipe as its only other descriptor."""
    return start_python(
        _COMMAND,
        facts,
        environment=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=sys.platform != "win32",
    )

"""One run over one connection: hand over the job, collect what comes, fetch, say goodbye."""

import contextlib
import os
import selectors
import signal
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import msgspec

from etude import decoding
from etude.domain.frames import TOKEN_BYTES
from etude.domain.job import Job
from etude.domain.outcome import Artifact, Fault, Isolation, Outcome, Reason
from etude.domain.worker_protocol import (
    MESSAGE_BYTES,
    Cancel,
    Done,
    Ended,
    Ready,
    Refused,
    RunRequest,
)
from etude.sandbox.artifacts import fetch_artifacts
from etude.sandbox.cancellation import Cancellation, ended_by
from etude.sandbox.collected import Collected
from etude.sandbox.port import OnFrame
from etude.sandbox.runtime_folder import peer_pid

_Taker = Callable[[bytes], None]

_CHUNK = 1 << 18
_MOST_PIECES_LEFT = 64
# The worker enforces the wall clock; a worker that does not is given this much longer.
_GRACE_SECONDS = 10.0


class WorkerLost(Exception):
    """The worker went away; ``started`` tells whether learner code may already have run."""

    def __init__(self, *, started: bool) -> None:
        super().__init__("the worker went away")
        self.started = started


@dataclass(slots=True)
class _Received:
    """What the worker and the child have said so far."""

    ready: Ready | None = None
    refused: Refused | None = None
    ended: Ended | None = None
    folder: int | None = None
    ready_ns: int = 0
    ended_ns: int = 0


class Conversation:
    """Carries one job to a worker; used once.

    Args:
      connection: to the worker; closed when the run is over.
      sent_ns: when the run was asked for, by the monotonic clock.
    """

    def __init__(
        self, connection: socket.socket, job: Job, *, on_frame: OnFrame | None, sent_ns: int
    ) -> None:
        self._connection = connection
        self._job = job
        self._sent_ns = sent_ns
        self._token = os.urandom(TOKEN_BYTES)
        self._collected = Collected(
            self._token, limits=job.limits, on_frame=on_frame, stop=self._cancel
        )
        self._got = _Received()
        self._asked_to_end = False
        self._deadline = time.monotonic() + job.limits.wall_seconds + _GRACE_SECONDS
        self._selector = selectors.DefaultSelector()

    def run(self, cancellation: Cancellation | None = None) -> Outcome:
        """The whole of it; hanging up on the way out ends whatever still runs.

        Raises:
          WorkerLost: no answer, because there is no worker any more.
        """
        with contextlib.ExitStack() as stack:
            stack.enter_context(self._connection)
            stack.enter_context(self._selector)
            pipes = self._hand_over(stack)
            with ended_by(cancellation, self._cancel):
                self._listen(pipes)
            artifacts = self._fetch(stack)
            self._send(Done())
        return self._outcome(artifacts)

    def _hand_over(self, stack: contextlib.ExitStack) -> dict[int, _Taker]:
        """Sends the job; returns who takes the bytes of each pipe."""
        collected = self._collected
        takers = {
            collected.take_stdout: _pipe,
            collected.take_stderr: _pipe,
            collected.take_facts: one_way_channel,
        }
        pipes: dict[int, _Taker] = {}
        descriptors: list[int] = []
        with contextlib.ExitStack() as handed_over:
            for taker, make in takers.items():
                reader, writer = make()
                stack.callback(os.close, reader)
                handed_over.callback(os.close, writer)
                os.set_blocking(reader, False)
                pipes[reader] = taker
                descriptors.append(writer)
            descriptors.append(_job_file(self._job, handed_over))
            self._send(self._request(), descriptors)
        return pipes

    def _request(self) -> RunRequest:
        return RunRequest(
            token=self._token.hex(),
            sent_ns=self._sent_ns,
            limits=self._job.limits,
            fresh_runtime=self._job.fresh_runtime,
        )

    def _send(self, message: object, descriptors: Sequence[int] = ()) -> None:
        with contextlib.suppress(OSError):  # found out when nothing comes back
            socket.send_fds(self._connection, [msgspec.json.encode(message)], list(descriptors))

    def _cancel(self) -> None:
        self._asked_to_end = True
        self._send(Cancel())

    def _listen(self, pipes: Mapping[int, _Taker]) -> None:
        for reader in pipes:
            self._selector.register(reader, selectors.EVENT_READ)
        self._selector.register(self._connection, selectors.EVENT_READ)
        while self._got.ended is None and self._got.refused is None:
            patience = self._deadline - time.monotonic()
            if patience <= 0:
                self._end_stuck_worker()
                raise WorkerLost(started=self._got.ready is not None)
            for key, _ in self._selector.select(patience):
                self._attend(key.fileobj, pipes)
        # The child is gone: what it wrote is in the pipes already.
        for reader, take in pipes.items():
            _drain(reader, take)

    def _end_stuck_worker(self) -> None:
        """A worker that forgets the wall clock would keep every later run waiting too."""
        with contextlib.suppress(OSError):
            os.kill(peer_pid(self._connection), signal.SIGKILL)

    def _attend(self, source: Any, pipes: Mapping[int, _Taker]) -> None:
        if source is self._connection:
            self._hear()
        elif _pass_on(source, pipes[source]) is _Pipe.CLOSED:
            self._selector.unregister(source)

    def _hear(self) -> None:
        try:
            data, descriptors, _, _ = socket.recv_fds(
                self._connection, MESSAGE_BYTES, 1, socket.MSG_CMSG_CLOEXEC
            )
        except OSError:
            data, descriptors = b"", []
        if not data:
            raise WorkerLost(started=self._got.ready is not None)
        message = decoding.from_json(data, dict[str, Any])
        match message["op"]:
            case "ready":
                self._got.ready = decoding.convert(message, Ready)
                self._got.ready_ns = time.monotonic_ns()
                self._got.folder = descriptors[0]
            case "refused":
                self._got.refused = decoding.convert(message, Refused)
            case "ended":
                self._take_end(decoding.convert(message, Ended))

    def _take_end(self, ended: Ended) -> None:
        """A worker that gives up a run unasked is being stopped itself; a child that ends by itself
        before it is ready has done nothing yet."""
        given_up = ended.killed == "cancel" and not self._asked_to_end
        silent = self._got.ready is None and self._got.refused is None
        if given_up or (silent and not ended.killed):
            raise WorkerLost(started=self._got.ready is not None)
        self._got.ended = ended
        self._got.ended_ns = time.monotonic_ns()

    def _fetch(self, stack: contextlib.ExitStack) -> dict[str, Artifact]:
        folder = self._got.folder
        if folder is None:
            return {}
        stack.callback(os.close, folder)
        limit = self._job.limits.artifact_bytes
        return fetch_artifacts(folder, self._job.artifacts, limit_bytes=limit)

    def _outcome(self, artifacts: Mapping[str, Artifact]) -> Outcome:
        ready, ended, refused = self._got.ready, self._got.ended, self._got.refused
        if ended is None or refused is not None:
            return self._refused_outcome(refused)
        # Cancelled, or out of time, before it was ready: then nothing is known of its isolation.
        isolation = Isolation(level=ready.level, layers=dict(ready.layers)) if ready else None
        return self._collected.outcome(
            ended,
            artifacts=artifacts,
            phases=self._phases(ready) if ready else {},
            isolation=isolation or Isolation(level=1),
        )

    def _refused_outcome(self, refused: Refused | None) -> Outcome:
        """The child was not isolated as promised."""
        text = f"{refused.layer}: {refused.detail}" if refused else "the child did not say which"
        return Outcome(
            fault=Fault.SYSTEM,
            reason=Reason.LAYER,
            detail=f"A protection that was promised could not be put up ({text}).",
            stderr=self._collected.stderr,
        )

    def _phases(self, ready: Ready) -> dict[str, float]:
        run = (self._got.ended_ns - self._got.ready_ns) / 1e6
        total = (time.monotonic_ns() - self._sent_ns) / 1e6
        return {**ready.phases, "run": run, "total": total}


class _Pipe(Enum):
    """What reading a pipe without waiting came to."""

    READ = auto()
    EMPTY = auto()
    CLOSED = auto()


def _pass_on(reader: int, take: _Taker) -> _Pipe:
    """Gives one piece of a pipe to whom it belongs."""
    try:
        data = os.read(reader, _CHUNK)
    except BlockingIOError:
        return _Pipe.EMPTY
    if not data:
        return _Pipe.CLOSED
    take(data)
    return _Pipe.READ


def _drain(reader: int, take: _Taker) -> None:
    """Bounded: at level 1 something the run left behind may still be writing."""
    for _ in range(_MOST_PIECES_LEFT):
        if _pass_on(reader, take) is not _Pipe.READ:
            return


def _pipe() -> tuple[int, int]:
    return os.pipe2(os.O_CLOEXEC)


def one_way_channel() -> tuple[int, int]:
    """A reader and a writer; unlike a pipe's, the writer cannot be opened again for reading.

    With a pipe, /proc/self/fd would let a program read the facts written so far, and their token.
    """
    reader, writer = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
    reader.shutdown(socket.SHUT_WR)
    return reader.detach(), writer.detach()


def _job_file(job: Job, closes_with: contextlib.ExitStack) -> int:
    """The job in an anonymous file: of any size, and nobody has to wait while it is handed over."""
    fd = os.memfd_create("job", os.MFD_CLOEXEC)
    closes_with.callback(os.close, fd)
    with open(fd, "wb", closefd=False) as file:
        file.write(msgspec.msgpack.encode(job))
    return fd

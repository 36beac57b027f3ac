"""Asks background workers how they are, and ends them."""

import contextlib
import os
import signal
import socket
import time
from dataclasses import replace
from pathlib import Path

import msgspec

from etude import decoding
from etude.domain.worker_protocol import (
    MESSAGE_BYTES,
    RetireRequest,
    StatusRequest,
    StopRequest,
    WorkerStatus,
)
from etude.sandbox.runtime_folder import RuntimeFolder, WorkerFolder, peer_pid

_PATIENCE_SECONDS = 5.0


def worker_status(runtime_dir: Path) -> tuple[WorkerStatus, ...]:
    """Every background worker that answers; starts none.

    Raises:
      SandboxUnavailable: ``runtime_dir`` is not safe to use.
    """
    if not runtime_dir.exists():
        return ()
    answers = (_status_of(folder) for folder in RuntimeFolder(runtime_dir).workers())
    return tuple(answer for answer in answers if answer is not None)


def stop_worker(runtime_dir: Path) -> int:
    """Ends every background worker and what runs in it; returns how many there were."""
    if not runtime_dir.exists():
        return 0
    runtime = RuntimeFolder(runtime_dir)
    with runtime.locked():
        return sum(stop_and_clear(folder) for folder in runtime.workers())


def ask_status(connection: socket.socket) -> WorkerStatus | None:
    """What the worker at the other end says about itself; None when it says nothing."""
    connection.settimeout(_PATIENCE_SECONDS)
    try:
        connection.send(msgspec.json.encode(StatusRequest()))
        status = decoding.from_json(connection.recv(MESSAGE_BYTES), WorkerStatus)
    except (OSError, msgspec.DecodeError):
        return None
    return replace(status, pid=peer_pid(connection))


def retire(folder: WorkerFolder) -> None:
    """Ends the worker of ``folder`` now, or as soon as what runs in it has ended: somebody waits
    for that. Until then the folder stays."""
    connection = folder.connect()
    if connection is not None:
        with connection:
            status = ask_status(connection)
            if status is not None and status.running:
                connection.send(msgspec.json.encode(RetireRequest()))
                return
    stop_and_clear(folder)


def stop_and_clear(folder: WorkerFolder) -> bool:
    """Ends the worker of ``folder``, by force if it does not answer, and removes the folder."""
    connection = folder.connect()
    running = connection is not None
    if connection is not None:
        with connection:
            _stop(connection)
    folder.remove()
    return running


def _status_of(folder: WorkerFolder) -> WorkerStatus | None:
    connection = folder.connect()
    if connection is None:
        return None
    with connection:
        return ask_status(connection)


def _stop(connection: socket.socket) -> None:
    pid = peer_pid(connection)
    connection.settimeout(_PATIENCE_SECONDS)
    with contextlib.suppress(OSError):
        connection.send(msgspec.json.encode(StopRequest()))
        connection.recv(MESSAGE_BYTES)  # an empty answer: it has hung up
    if not _ended_within(pid, _PATIENCE_SECONDS):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def _ended_within(pid: int, seconds: float) -> bool:
    """Whether the process goes; one of our own children is a zombie until it is reaped."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        with contextlib.suppress(ChildProcessError):
            if os.waitpid(pid, os.WNOHANG)[0] == pid:
                return True
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.005)
    return False

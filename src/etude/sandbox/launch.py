"""Starts a worker process, at the best level that it can prove."""

import contextlib
import os
import select
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from etude import decoding
from etude.domain.outcome import Reason
from etude.domain.worker_protocol import (
    BIRTH_FD,
    LIFELINE_FD,
    LISTENER_FD,
    MESSAGE_BYTES,
    SETTINGS_FD,
    Birth,
    WorkerSettings,
)
from etude.sandbox.bubblewrap import RUNS_FOLDER, find_bubblewrap, wrap
from etude.sandbox.environment import worker_environment
from etude.sandbox.port import SandboxUnavailable
from etude.sandbox.readable import Readable, readable_places
from etude.sandbox.runtime_folder import WorkerFolder
from etude.sandbox.settings import SandboxSettings

_WORKER = ("-P", "-W", "ignore", "-m", "etude.worker")
_LAYERS_OF_LEVEL = {1: ("limits",), 2: ("landlock", "seccomp"), 3: ("namespaces", "quota")}
_FIRST_FREE_FD = 20


@dataclass(slots=True, eq=False)
class StartedWorker:
    """A worker that listens; ``lifeline`` is the end whose closing ends a private one."""

    pid: int
    lifeline: int | None

    def reap(self) -> None:
        """Collects the exit status if the process has ended, so that no zombie stays."""
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, os.WNOHANG)

    def end(self) -> None:
        """Ends a private worker and waits for it."""
        if self.lifeline is None:
            return
        os.close(self.lifeline)
        self.lifeline = None
        _wait_or_kill(self.pid, seconds=5.0)


def start_worker(folder: WorkerFolder, settings: SandboxSettings) -> StartedWorker:
    """Tries the highest level first.

    Raises:
      SandboxUnavailable: no allowed level can be had, or TensorFlow is missing.
    """
    environment = worker_environment(settings)
    readable = readable_places(
        environment,
        extra=(*settings.import_paths, *settings.readable),
        hidden=(*settings.hidden, str(folder.path)),
    )
    lacking = _not_asked_for(settings)
    for level in range(settings.maximum_level, settings.minimum_level - 1, -1):
        told = _worker_settings(level, folder, settings, readable, lacking)
        birth, started = _try_level(told, folder, settings, environment, readable)
        if started is not None:
            return started
        if not birth.missing_layer:
            raise SandboxUnavailable(f"étude's worker could not start: {birth.detail}")
        lacking.update(dict.fromkeys(_LAYERS_OF_LEVEL[level], birth.detail))
    raise SandboxUnavailable(_too_low(settings, lacking), reason=Reason.LAYER)


def _not_asked_for(settings: SandboxSettings) -> dict[str, str]:
    return {
        layer: f"at most level {settings.maximum_level} was asked for"
        for level in range(settings.maximum_level + 1, max(_LAYERS_OF_LEVEL) + 1)
        for layer in _LAYERS_OF_LEVEL[level]
    }


def _try_level(
    told: WorkerSettings,
    folder: WorkerFolder,
    settings: SandboxSettings,
    environment: Mapping[str, str],
    readable: Readable,
) -> tuple[Birth, StartedWorker | None]:
    command = [sys.executable, *_WORKER]
    if told.level >= 3:
        bubblewrap = find_bubblewrap()
        if bubblewrap is None:
            lacking = Birth(ready=False, missing_layer=True, detail="bubblewrap is not installed")
            return lacking, None
        command = wrap(bubblewrap, command, readable=readable)
    return _spawn_and_wait(command, told, folder, environment, settings.start_seconds)


def _worker_settings(
    level: int,
    folder: WorkerFolder,
    settings: SandboxSettings,
    readable: Readable,
    lacking: Mapping[str, str],
) -> WorkerSettings:
    return WorkerSettings(
        level=level,
        roots=readable.roots,
        grants=readable.grants(),
        runs_folder=RUNS_FOLDER if level >= 3 else str(folder.runs),
        canary=str(folder.canary),
        lacking=lacking,
        perform=settings.perform,
        preload=settings.preload,
        idle_seconds=settings.idle_seconds,
        private=not settings.background,
    )


def _spawn_and_wait(
    command: Sequence[str],
    told: WorkerSettings,
    folder: WorkerFolder,
    environment: Mapping[str, str],
    patience: float,
) -> tuple[Birth, StartedWorker | None]:
    with contextlib.ExitStack() as ours:
        listener = ours.enter_context(folder.prepare())
        settings_fd = _anonymous_file(msgspec.json.encode(told), closes_with=ours)
        birth_reader, birth_writer = _pipe()
        lifeline_reader, lifeline_writer = _pipe()
        ours.callback(os.close, birth_reader)
        inherited = {
            listener.fileno(): LISTENER_FD,
            settings_fd: SETTINGS_FD,
            birth_writer: BIRTH_FD,
            lifeline_reader: LIFELINE_FD,
        }
        pid = _spawn(command, folder, environment, inherited)
        os.close(birth_writer)
        os.close(lifeline_reader)
        try:
            birth = _await_birth(birth_reader, level=told.level, patience=patience)
        except BaseException:  # interrupted by the person: nothing may stay half started
            os.close(lifeline_writer)
            _wait_or_kill(pid, seconds=0.0)
            raise
    if not birth.ready:
        os.close(lifeline_writer)
        _wait_or_kill(pid, seconds=1.0)
        return _explained(birth, folder), None
    if not told.private:
        os.close(lifeline_writer)
    lifeline = lifeline_writer if told.private else None
    return birth, StartedWorker(pid=pid, lifeline=lifeline)


def _spawn(
    command: Sequence[str],
    folder: WorkerFolder,
    environment: Mapping[str, str],
    inherited: Mapping[int, int],
) -> int:
    """Starts ``command`` in a session of its own; no thread of ours has to stay for it to live."""
    actions: list[tuple[int, ...] | tuple[int, int, str, int, int]] = [
        (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0),
        (os.POSIX_SPAWN_OPEN, 1, str(folder.log), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600),
        (os.POSIX_SPAWN_DUP2, 1, 2),
    ]
    # First out of the way, then into place: a number may be both a source and a target.
    with contextlib.ExitStack() as aside:
        for fd, target in inherited.items():
            high = _duplicate_above(fd, _FIRST_FREE_FD)
            aside.callback(os.close, high)
            actions.append((os.POSIX_SPAWN_DUP2, high, target))
        return os.posix_spawn(
            command[0], list(command), dict(environment), file_actions=actions, setsid=True
        )


def _duplicate_above(fd: int, lowest: int) -> int:
    import fcntl

    return fcntl.fcntl(fd, fcntl.F_DUPFD_CLOEXEC, lowest)


def _pipe() -> tuple[int, int]:
    return os.pipe2(os.O_CLOEXEC)


def _anonymous_file(content: bytes, *, closes_with: contextlib.ExitStack) -> int:
    fd = os.memfd_create("etude", os.MFD_CLOEXEC)
    closes_with.callback(os.close, fd)
    os.write(fd, content)
    os.lseek(fd, 0, os.SEEK_SET)
    return fd


def _await_birth(reader: int, *, level: int, patience: float) -> Birth:
    deadline = time.monotonic() + patience
    data = b""
    while True:
        readable, _, _ = select.select([reader], [], [], max(0.0, deadline - time.monotonic()))
        if not readable:
            return Birth(ready=False, detail=f"it was not ready after {patience:g} seconds")
        piece = os.read(reader, MESSAGE_BYTES)
        if not piece:
            break
        data += piece
    if data.strip():
        return decoding.from_json(data, Birth)
    # Not even begun at level 3: that is bubblewrap, where it may not make namespaces.
    return Birth(ready=False, missing_layer=level >= 3 and not data)


def _explained(birth: Birth, folder: WorkerFolder) -> Birth:
    if birth.detail:
        return birth
    words = folder.last_words() or "it ended without a word"
    return Birth(ready=False, missing_layer=birth.missing_layer, detail=words)


def _too_low(settings: SandboxSettings, lacking: Mapping[str, str]) -> str:
    reasons = "; ".join(f"{layer}: {why}" for layer, why in lacking.items())
    return (
        f"expected isolation of level {settings.minimum_level} or more, and it cannot be had here "
        f"({reasons}). Install what is missing, or allow a lower level."
    )


def _wait_or_kill(pid: int, *, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return
            time.sleep(0.005)

"""Runs jobs in children of a warm worker, which is started when first needed."""

import socket
import threading
import time
from pathlib import Path

from etude.domain.job import Job
from etude.domain.outcome import Fault, Isolation, Outcome, Reason
from etude.sandbox.cancellation import Cancellation
from etude.sandbox.control import ask_status, retire
from etude.sandbox.conversation import Conversation, WorkerLost
from etude.sandbox.launch import StartedWorker, start_worker
from etude.sandbox.port import ClosesOnExit, OnFrame, SandboxUnavailable, unavailable_outcome
from etude.sandbox.runtime_folder import RuntimeFolder, WorkerFolder
from etude.sandbox.settings import SandboxSettings
from etude.sandbox.worker_key import worker_key

_ATTEMPTS = 3


class WarmSandbox(ClosesOnExit):
    """A sandbox whose worker is shared by all of a user's commands, or is this object's alone.

    Raises:
      SandboxUnavailable: ``runtime_dir`` is not safe to use.
    """

    def __init__(self, runtime_dir: Path, settings: SandboxSettings) -> None:
        self._settings = settings
        self._runtime = RuntimeFolder(runtime_dir)
        self._key = worker_key(settings)
        self._folder = self._own_folder()
        self._started: StartedWorker | None = None
        self._starting = threading.Lock()
        self._closed = False

    def _own_folder(self) -> WorkerFolder:
        if self._settings.background:
            return self._runtime.worker(self._key.folder_name)
        return self._runtime.new_private_worker()

    @property
    def isolation(self) -> Isolation:
        """What stands around a run, as the worker has probed it."""
        for _ in range(_ATTEMPTS):
            connection = self._connect()
            with connection:
                status = ask_status(connection)
            if status is not None:
                return Isolation(level=status.level, layers=dict(status.layers))
        raise SandboxUnavailable("étude's worker ends before it answers; see `etude worker status`")

    def run(
        self,
        job: Job,
        *,
        on_frame: OnFrame | None = None,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        """Runs one job; a worker that has gone before it began is replaced and asked again."""
        sent_ns = time.monotonic_ns()
        for _ in range(_ATTEMPTS):
            try:
                connection = self._connect()
                conversation = Conversation(connection, job, on_frame=on_frame, sent_ns=sent_ns)
                return conversation.run(cancellation)
            except SandboxUnavailable as error:
                return unavailable_outcome(error)
            except WorkerLost as lost:
                if lost.started:
                    return _lost_outcome("étude's worker was ended while the program ran")
        return _lost_outcome("étude's worker keeps ending before a program can start")

    def close(self) -> None:
        """Ends a private worker; a shared one goes on."""
        with self._starting:
            self._closed = True
            if self._started is not None and not self._settings.background:
                self._started.end()
                self._folder.remove()
            elif self._started is not None:
                self._started.reap()

    def _connect(self) -> socket.socket:
        connection = self._folder.connect()
        if connection is not None:
            return connection
        with self._starting:
            if self._closed:
                raise SandboxUnavailable("this sandbox has been closed; open another")
            return self._start_and_connect()

    def _start_and_connect(self) -> socket.socket:
        with self._runtime.locked():
            connection = self._folder.connect()  # another command may have been faster
            if connection is not None:
                return connection
            if self._started is not None:
                self._started.end()
                self._started.reap()
            self._clear_away()
            self._started = start_worker(self._folder, self._settings)
            connection = self._folder.connect()
        if connection is None:
            raise SandboxUnavailable("étude's worker ended as soon as it had started")
        return connection

    def _clear_away(self) -> None:
        """Lets outdated workers end, and removes what private ones left that were killed."""
        for folder in self._runtime.workers():
            if self._settings.background and self._key.replaces(folder.name):
                retire(folder)
        for folder in self._runtime.private_workers():
            if not folder.is_alive():
                folder.remove()


def _lost_outcome(what: str) -> Outcome:
    return Outcome(
        fault=Fault.SYSTEM,
        reason=Reason.WORKER,
        detail=f"{what}. Run it again; it will be started.",
    )

"""Runs a person's own program beside us, with their files and rights: watched, not isolated."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from etude.domain.frames import ForeignFrame
from etude.domain.visit import Visit
from etude.sandbox.facts import FactsCollector
from etude.sandbox.port import OnFrame
from etude.sandbox.start_python import start_python

_CHUNK = 1 << 16
_FACTS_BYTES = 512 << 20
# After the limit the program ends its training, then itself; one that does neither is killed.
_OVERTIME_SECONDS = 60.0
_END_SECONDS = 15.0
# -P: a file named like a module of ours in the working folder must not be taken for it.
_COMMAND = ("-P", "-m", "etude.worker.companion")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOutcome:
    """What was seen of a program, and how it ended.

    Attributes:
      exit_code: negative for a signal, as ``subprocess`` has it.
      interrupted: by Ctrl-C; stopped: by ``OwnRun.stop``; killed: it did not end in time.
    """

    frames: Sequence[Mapping[str, Any]]
    exit_code: int
    seconds: float
    interrupted: bool = False
    stopped: bool = False
    killed: bool = False


class OwnRun:
    """One run of a program; its standard streams are ours.

    Args:
      on_frame: called with each fact as it arrives, in a thread of its own.
      prints_to_stderr: so that standard output is left to us.
    """

    def __init__(
        self, visit: Visit, *, on_frame: OnFrame | None = None, prints_to_stderr: bool = False
    ) -> None:
        self._visit = visit
        self._stdout = sys.stderr.fileno() if prints_to_stderr else None
        self._collector = FactsCollector(
            bytes.fromhex(visit.token), limit=_FACTS_BYTES, on_frame=on_frame
        )
        self._process: subprocess.Popen[bytes] | None = None
        self._interrupted = self._stopped = self._killed = False

    def run(self) -> OwnOutcome:
        """Starts it and waits for its end; Ctrl-C ends the program and not the waiting."""
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="etude-") as folder:
            reader = self._start(Path(folder, "visit.json"))
            return self._follow(reader, started)

    def _start(self, told: Path) -> int:
        """Starts the process; returns the end of the pipe from which its facts are read."""
        told.write_bytes(msgspec.json.encode(self._visit))
        # No window may open, and a figure that is shown must not stop the program.
        environment = {"MPLBACKEND": "agg", **os.environ}
        reader, writer = os.pipe()
        try:
            self._process = start_python(
                _COMMAND, writer, [str(told)], environment=environment, stdout=self._stdout
            )
        finally:
            os.close(writer)
        return reader

    def _follow(self, reader: int, started: float) -> OwnOutcome:
        reading = threading.Thread(target=self._read, args=(reader,), daemon=True)
        reading.start()
        exit_code = self._wait(started + self._visit.seconds + _OVERTIME_SECONDS)
        reading.join(timeout=_END_SECONDS)  # a process that it left behind may hold the pipe
        return OwnOutcome(
            frames=tuple(self._collector.frames),
            exit_code=exit_code,
            seconds=time.monotonic() - started,
            interrupted=self._interrupted,
            stopped=self._stopped,
            killed=self._killed,
        )

    def stop(self) -> None:
        """Ends the program as Ctrl-C would."""
        self._stopped = True
        if self._process is not None:
            with contextlib.suppress(OSError):
                self._process.send_signal(signal.SIGINT)

    def _wait(self, deadline: float) -> int:
        process = self._process
        assert process is not None
        while True:
            try:
                return process.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                self._killed = True
                process.kill()
            except KeyboardInterrupt:
                if self._interrupted:  # pressed again: it is not to be waited for
                    process.kill()
                self._interrupted = True
                deadline = time.monotonic() + _END_SECONDS

    def _read(self, reader: int) -> None:
        try:
            while data := os.read(reader, _CHUNK):
                self._collector.feed(data)
        except ForeignFrame:  # the program wrote into our pipe; what came before still counts
            return
        finally:
            os.close(reader)

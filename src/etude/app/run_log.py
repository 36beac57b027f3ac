"""What happens in a run, as a file that any process can follow while it is written."""

import os
import re
import secrets
import shutil
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from etude import decoding
from etude.domain.problem import Step

# A writer gives a sign of life this often; without one for so long, it has ended without a word.
BEAT_SECONDS = 1.0
LOST_AFTER = timedelta(seconds=10)
ENDED = "ended"
_EVENTS = "events.jsonl"
_GIVE_UP = "give_up"
_KEPT = 5
_ID = re.compile(r"\d{13}-[0-9a-f]{16}")


class How(msgspec.Struct, frozen=True):
    """How a run ended: "judged", "given up", "failed" or "lost".

    Attributes: text: what to say about it; step: what can be done, which a reader puts in words.
    """

    how: str
    text: str = ""
    step: Step | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunEvent:
    """Attributes: number: counted from one within its run; data: plain values."""

    number: int
    event: str
    data: Mapping[str, Any]

    @property
    def last(self) -> bool:
        return self.event == ENDED


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLog:
    """One run's folder.

    Attributes: id: sorts by time; folder: that holds its events.
    """

    id: str
    folder: Path

    @property
    def path(self) -> Path:
        return self.folder / _EVENTS

    def give_up(self) -> None:
        """Asks whoever runs it, in whichever process, to end."""
        with suppress(OSError):
            (self.folder / _GIVE_UP).touch()

    def is_given_up(self) -> bool:
        return (self.folder / _GIVE_UP).exists()

    def is_lost(self, *, now: datetime) -> bool:
        """Whether it has gone so long without a sign of life that it will not end by itself."""
        try:
            return now.timestamp() - self.path.stat().st_mtime > LOST_AFTER.total_seconds()
        except OSError:
            return True


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLogs:
    """The runs of one thing that is run again and again.

    Attributes: folder: holds a folder for each run; kept: how many of the newest are kept.
    """

    folder: Path
    kept: int = _KEPT

    def begin(self, *, now: datetime) -> RunLog:
        """A new run; only the last few are kept."""
        name = f"{int(now.timestamp() * 1000):013d}-{secrets.token_hex(8)}"
        log = RunLog(id=name, folder=self.folder / name)
        hidden = replace(log, folder=self.folder / f".{name}")
        hidden.folder.mkdir(mode=0o700, parents=True)
        hidden.path.touch()
        hidden.folder.rename(log.folder)  # whoever finds it finds it whole
        for old in self._ids()[: -self.kept]:
            shutil.rmtree(self.folder / old, ignore_errors=True)
        return log

    def changed_at(self) -> int:
        """Another number when there is another run; cheaper to ask for than the newest run."""
        try:
            return self.folder.stat().st_mtime_ns
        except OSError:
            return 0

    def last(self) -> RunLog | None:
        """The newest run; None before the first."""
        found = self._ids()
        return RunLog(id=found[-1], folder=self.folder / found[-1]) if found else None

    def newest_first(self) -> Sequence[RunLog]:
        return [RunLog(id=name, folder=self.folder / name) for name in reversed(self._ids())]

    def find(self, run: str) -> RunLog | None:
        """The run with this id, which may come from anywhere."""
        if not _ID.fullmatch(run) or not (self.folder / run).is_dir():
            return None
        return RunLog(id=run, folder=self.folder / run)

    def _ids(self) -> Sequence[str]:
        try:
            return sorted(name for name in os.listdir(self.folder) if _ID.fullmatch(name))
        except OSError:
            return ()


class RunWriter:
    """Appends to a run; several threads may.

    Args:
      on_put: called when there is something new to read.
    """

    def __init__(self, log: RunLog, *, on_put: Callable[[], None] = lambda: None) -> None:
        self._log = log
        self._on_put = on_put
        self._number = 0
        self._writing = threading.Lock()

    def put(self, event: str, data: object) -> None:
        """Adds one event, whole: a reader never sees half of it.

        Args:
          data: anything that msgspec can encode.
        """
        with self._writing, suppress(FileNotFoundError):  # so many newer runs that it was removed
            self._number += 1
            record = {"number": self._number, "event": event, "data": data}
            with open(self._log.path, "ab", buffering=0) as file:
                file.write(msgspec.json.encode(record) + b"\n")
        self._on_put()

    def beat(self) -> None:
        """Shows that the run goes on."""
        with suppress(OSError):
            os.utime(self._log.path)


class RunReader:
    """Reads what was added since it was last asked."""

    def __init__(self, log: RunLog) -> None:
        self.log = log
        self._offset = 0

    def read(self) -> Sequence[RunEvent]:
        """New events; cheap when there are none."""
        try:
            if self.log.path.stat().st_size <= self._offset:
                return ()
            with open(self.log.path, "rb") as file:
                file.seek(self._offset)
                content = file.read()
        except OSError:
            return ()
        whole = content[: content.rfind(b"\n") + 1]
        self._offset += len(whole)
        return [decoding.from_json(line, RunEvent) for line in whole.splitlines()]

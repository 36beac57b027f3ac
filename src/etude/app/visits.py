"""Visits to the doctor, written down so that a page in another process can follow them."""

import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import msgspec

from etude import decoding
from etude.app.run_log import BEAT_SECONDS, ENDED, How, RunLog, RunLogs, RunReader, RunWriter
from etude.app.snapshots import Snapshots, snapshot_of
from etude.domain.checkup import Checkup, End, Kind
from etude.domain.finding import Finding
from etude.grading.checkup import with_facts, with_sights
from etude.store.packing import packed, unpacked

STARTED = "started"
KEPT = 50
_LOOK_SECONDS = 0.05
# Diagnosing takes longer than drawing, and what it finds is as true a little later.
_DIAGNOSE_SECONDS = 4.0


class Begun(msgspec.Struct, frozen=True):
    """Attributes: target: as the person wrote it; at: when, in ISO 8601."""

    target: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One visit, as far as it has come.

    Attributes:
      checkup: what is known of it, None before anything was seen.
      running: whether more may come; lost: whether it was cut off.
    """

    id: str
    begun: Begun
    checkup: Checkup | None
    running: bool
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Visits:
    """Attributes: state: the folder in which étude keeps what belongs to this user."""

    state: Path

    @property
    def logs(self) -> RunLogs:
        return RunLogs(folder=self.state / "doctor", kept=KEPT)

    def newest_first(self, *, now: datetime, most: int = KEPT) -> Sequence[Told]:
        """Those that are kept, but not more than ``most``."""
        return [_told(log, now=now) for log in self.logs.newest_first()[:most]]

    def find(self, visit: str, *, now: datetime) -> Told | None:
        """The visit with this id, which may come from anywhere."""
        log = self.logs.find(visit)
        return _told(log, now=now) if log is not None else None

    @contextmanager
    def watched(self, target: Path, kind: Kind, *, now: datetime) -> "Iterator[Watched]":
        """Writes down what is heard; a folder that cannot be written silences it."""
        try:
            log: RunLog | None = self.logs.begin(now=now)
        except OSError:
            log = None
        with Watched(log, Checkup(target=str(target), kind=kind, end=End.FINISHED), now) as watched:
            yield watched


class Watched:
    """One visit while it is written down.

    Args:
      log: where, None for nowhere.
    """

    def __init__(self, log: RunLog | None, checkup: Checkup, now: datetime) -> None:
        self._ended = threading.Event()
        self._snapshots: Snapshots | None = None
        if log is None:
            return
        self._writer = RunWriter(log)
        self._writer.put(STARTED, Begun(target=checkup.target, at=now.isoformat()))
        self._snapshots = Snapshots(log, self._writer, _SoFar(checkup))
        self._thread = threading.Thread(target=self._attend, daemon=True)

    def __enter__(self) -> "Watched":
        if self._snapshots is not None:
            self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ended.set()
        if self._snapshots is not None:
            self._thread.join()
            self._writer.put(ENDED, How("judged" if error is None else "failed"))

    def hear(self, frame: Mapping[str, Any]) -> None:
        """Notes a fact of the program."""
        if self._snapshots is not None:
            self._snapshots.hear(frame)

    def tell(self, checkup: Checkup) -> None:
        """The result, after which nothing is heard any more."""
        if self._snapshots is not None:
            self._snapshots.close(packed(checkup))

    def _attend(self) -> None:
        beat = time.monotonic()
        while not self._ended.wait(_LOOK_SECONDS):
            if self._snapshots is not None:
                self._snapshots.look()
            if time.monotonic() - beat >= BEAT_SECONDS:
                beat = time.monotonic()
                self._writer.beat()


class _SoFar:
    """Makes checkups of a program that still runs."""

    def __init__(self, checkup: Checkup) -> None:
        self._base = checkup
        self._findings: Sequence[Finding] = ()
        self._diagnose_at = 0.0

    def __call__(self, frames: Sequence[Mapping[str, Any]]) -> bytes | None:
        if not any(frame["kind"] == "fit" for frame in frames):
            return None
        if time.monotonic() >= self._diagnose_at:
            checkup = with_facts(self._base, frames)
            self._findings = checkup.findings
            self._diagnose_at = time.monotonic() + _DIAGNOSE_SECONDS
        else:
            checkup = with_sights(self._base, frames, findings=self._findings)
        return packed(checkup)


def _told(log: RunLog, *, now: datetime) -> Told:
    events = RunReader(log).read()
    begun = decoding.convert(events[0].data, Begun) if events else Begun()
    content = snapshot_of(log)
    ended = bool(events) and events[-1].last
    lost = not ended and log.is_lost(now=now)
    return Told(
        id=log.id,
        begun=begun,
        checkup=unpacked(content, Checkup) if content is not None else None,
        running=not ended and not lost,
        lost=lost,
    )

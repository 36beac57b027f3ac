"""Keeps beside the log of a run what there is to see so far, for readers in any process."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from etude.app.run_log import RunLog, RunWriter
from etude.app.whole_file import write_whole

SEEN = "seen"
_FILE = "seen.bin"
Frame = Mapping[str, Any]

# What changes the picture; output, sources and single calls of a loop do not.
_KINDS = frozenset(
    {"fit", "fit_built", "epoch", "fit_end", "fit_cut", "batch", "decisions", "forecast", "words"}
    | {"profile", "model", "data", "file", "error"}
)
_CALLS = ("class_names",)
# Curves are told at most this often, and looking takes at most a tenth of the time.
_PAUSE_SECONDS = 0.15
_SHARE = 10.0


class Snapshots:
    """Hears facts as they come, and writes a snapshot when there is something new.

    Args:
      make: makes a snapshot of the frames so far; None when there is nothing to show.
      pause: between two snapshots, in seconds.
    """

    def __init__(
        self,
        log: RunLog,
        writer: RunWriter,
        make: Callable[[Sequence[Frame]], bytes | None],
        *,
        pause: float = _PAUSE_SECONDS,
    ) -> None:
        self._log = log
        self._writer = writer
        self._make = make
        self._pause = pause
        self._heard: list[Frame] = []
        self._shown = 0
        self._not_before = 0.0
        self._turn = threading.Lock()
        self._closed = False

    def hear(self, frame: Frame) -> None:
        """Notes a fact; costs next to nothing."""
        kind = frame.get("kind")
        named = kind == "call" and any(key in frame.get("arguments", ()) for key in _CALLS)
        if kind in _KINDS or named:
            self._heard.append(frame)

    def look(self) -> None:
        """Writes a snapshot when something is new and the last one is old enough."""
        heard = len(self._heard)
        if heard == self._shown or time.monotonic() < self._not_before:
            return
        started = time.monotonic()
        with self._turn:
            if not self._closed:
                self._shown = heard
                content = self._make(self._heard[:heard])
                if content is not None:
                    self._write(content)
        took = time.monotonic() - started
        self._not_before = started + max(self._pause, _SHARE * took)

    def close(self, content: bytes | None) -> None:
        """Writes the last snapshot; nothing follows it."""
        with self._turn:
            self._closed = True
            if content is not None:
                self._write(content)

    def _write(self, content: bytes) -> None:
        with suppress(OSError):  # the folder is removed when there are many newer runs
            write_whole(self._log.folder / _FILE, content, sync=False)
            self._writer.put(SEEN, {"epochs": sum(f["kind"] == "epoch" for f in self._heard)})


def snapshot_of(log: RunLog) -> bytes | None:
    """The newest snapshot of a run; None before the first."""
    try:
        return (log.folder / _FILE).read_bytes()
    except OSError:
        return None

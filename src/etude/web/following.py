"""What happens to one exercise, as one stream: its file, and its runs."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etude.app.learner_file import digest_of
from etude.app.run_log import ENDED, RunEvent, RunLogs, RunReader
from etude.web.ground import Ground

FILE = "file"
# How often is looked for what other processes do; what this one does is told by the bell.
_LOOK_SECONDS = 0.1
_FILE_SECONDS = 0.2
_SEPARATOR = ":"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Attributes: id: from which a reader goes on after it was cut off; "" for what is no run."""

    event: str
    data: Mapping[str, Any]
    id: str = ""


@dataclass(kw_only=True)
class Follower:
    """Follows one exercise in one workspace.

    Attributes:
      file: the learner's file; runs: of the exercise.
      seen: the id of the last event that the reader has, "" for none.
      beside: asked for other happenings each time it looks; should cost next to nothing.
    """

    ground: Ground
    file: Path
    runs: RunLogs
    seen: str = ""
    beside: Callable[[], Awaitable[Sequence[Happening]]] | None = None
    _reader: RunReader | None = None
    _ended: bool = False
    _runs_changed_at: int = 0
    _file_state: tuple[int, int] | None = None

    async def follow(self) -> AsyncIterator[Happening]:
        """Without end; looks often, which costs next to nothing while nothing happens."""
        look_at_file = 0.0
        with self.ground.bell.listening(self.runs.folder) as listener:
            while True:
                if time.monotonic() >= look_at_file:
                    look_at_file = time.monotonic() + _FILE_SECONDS
                    for happening in self._look_at_file():
                        yield happening
                for happening in self._look_at_runs():
                    yield happening
                if self.beside is not None:
                    for happening in await self.beside():
                        yield happening
                await listener.wait(_LOOK_SECONDS)

    @property
    def _goes_on(self) -> bool:
        return self._reader is not None and not self._ended

    def _look_at_file(self) -> Iterator[Happening]:
        state = _state(self.file)
        if state != self._file_state:
            self._file_state = state
            yield Happening(event=FILE, data={"digest": digest_of(self.file)})

    def _look_at_runs(self) -> Iterator[Happening]:
        self._turn_to_newest()
        if not self._goes_on:
            return
        assert self._reader is not None
        events = self._reader.read()
        for event in events:
            self._ended = event.last
            if not self._is_known(event):
                yield self._happening(event)
        if not self._ended and not events and self._reader.log.is_lost(now=self.ground.now()):
            self._ended = True
            text = "The run was cut off: étude was ended meanwhile. Run it again."
            yield Happening(event=ENDED, data={"how": "lost", "text": text})

    def _turn_to_newest(self) -> None:
        changed_at = self.runs.changed_at()
        if changed_at == self._runs_changed_at:
            return
        self._runs_changed_at = changed_at
        newest = self.runs.last()
        if newest is not None and (self._reader is None or self._reader.log.id != newest.id):
            self._reader, self._ended = RunReader(newest), False

    def _is_known(self, event: RunEvent) -> bool:
        assert self._reader is not None
        run, _, number = self.seen.partition(_SEPARATOR)
        return run == self._reader.log.id and number.isdigit() and event.number <= int(number)

    def _happening(self, event: RunEvent) -> Happening:
        assert self._reader is not None
        identity = f"{self._reader.log.id}{_SEPARATOR}{event.number}"
        return Happening(event=event.event, data=event.data, id=identity)


def _state(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size

"""The room in which an exam is sat: it keeps every save, shows the clock, and ends at time-up."""

import queue
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from etude.app.exam.asked import Asked, all_asked
from etude.app.exam.exam import Exam
from etude.app.exam.journal import Journal
from etude.app.exam.look import enter, look, note_time
from etude.app.exam.save import save_question
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting
from etude.exams.state import Phase, SittingState

WARNINGS_MINUTES = (15, 5)
_LOOK_SECONDS = 1.0
# A model that is still being written, or written after every epoch, is kept once it is quiet.
_QUIET_SECONDS = 1.5
_NOTE_SECONDS = 60.0


class RoomScreen(Protocol):
    """Where the room shows what happens."""

    def clock(self, state: SittingState) -> None: ...
    def kept(self, numbers: Sequence[int]) -> None: ...
    def warning(self, minutes: int) -> None: ...
    def notice(self, text: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Changed:
    """Files of the workspace were saved or have gone."""

    paths: frozenset[Path]


@dataclass(frozen=True, slots=True)
class Noticed:
    text: str


@dataclass(frozen=True, slots=True)
class Left:
    """The candidate goes; the sitting goes on."""


@dataclass(frozen=True, slots=True)
class Watching:
    """From now on saves are noticed; before it, one may have been missed."""


RoomEvent = Changed | Noticed | Left | Watching


class Room:
    """The loop of ``etude exam``.

    Args:
      events: where the file watcher and the keyboard put what happened.
      seconds: a clock of this process, for waiting.
    """

    def __init__(
        self,
        exam: Exam,
        sitting: Sitting,
        screen: RoomScreen,
        events: "queue.Queue[RoomEvent]",
        *,
        seconds: Callable[[], float],
    ) -> None:
        self._exam = exam
        self._sitting = sitting
        self._screen = screen
        self._events = events
        self._seconds = seconds
        self._journal = Journal(exam=exam, sitting=sitting)
        self._asked: dict[str, Asked] = {}
        self._touched: dict[int, float] = {}
        self._warned: set[int] = set()
        self._looked_at = self._noted_at = float("-inf")

    def stay(self) -> SittingState:
        """Until the candidate leaves or the sitting is over; returns how things stand then."""
        self._asked = {one.folder.name: one for one in all_asked(self._exam, self._sitting)}
        self._touch_all()
        state = look(self._exam, self._sitting)
        while state.phase is not Phase.FINISHED:
            try:
                event = self._events.get(timeout=_LOOK_SECONDS / 2)
            except queue.Empty:
                event = None
            if isinstance(event, Left):
                return self.leave()
            self._hear(event)
            self._keep_what_is_quiet()
            state = self._look() or state
        return state

    def leave(self) -> SittingState:
        """Keeps what is there once more; returns how things stand."""
        try:
            return enter(self._exam, self._sitting)
        except Problem as problem:
            self._screen.notice(str(problem))
            return self._journal.state()

    def _hear(self, event: RoomEvent | None) -> None:
        if isinstance(event, Noticed):
            self._screen.notice(event.text)
        elif isinstance(event, Watching):
            self._touch_all()
        elif isinstance(event, Changed):
            for path in event.paths:
                self._touch(path)

    def _touch_all(self) -> None:
        for asked in self._asked.values():
            self._touched[asked.number] = self._seconds()

    def _touch(self, path: Path) -> None:
        """A program is kept at once, everything else when it is quiet."""
        try:
            folder, *inside = path.relative_to(self._sitting.workspace).parts
        except ValueError:
            return
        asked = self._asked.get(folder)
        if asked is None:
            return
        at_once = not asked.is_artifact("/".join(inside))
        waits = 0.0 if at_once else _QUIET_SECONDS
        self._touched[asked.number] = self._seconds() + waits

    def _keep_what_is_quiet(self) -> None:
        now = self._seconds()
        due = [number for number, at in self._touched.items() if at <= now]
        kept = []
        for one in self._asked.values():
            if one.number in due:
                del self._touched[one.number]
                kept += [one.number] if self._keeps(one) else []
        if kept:
            self._screen.kept(kept)

    def _keeps(self, asked: Asked) -> bool:
        try:
            return save_question(self._journal, asked)
        except Problem as problem:  # such as a full disk: the clock goes on, and so does the room
            self._screen.notice(str(problem))
            return False

    def _look(self) -> SittingState | None:
        """Once a second, since another process may have submitted, paused or finished."""
        now = self._seconds()
        if now - self._looked_at < _LOOK_SECONDS:
            return None
        self._looked_at = now
        if now - self._noted_at >= _NOTE_SECONDS:
            self._noted_at = now
            note_time(self._exam, self._sitting)
        state = look(self._exam, self._sitting)
        self._warn(state)
        self._screen.clock(state)
        return state

    def _warn(self, state: SittingState) -> None:
        """Once for each of the warnings; of several that are due, only the nearest to the end."""
        due = [m for m in WARNINGS_MINUTES if state.remaining <= 60 * m and m not in self._warned]
        if due and state.phase is Phase.RUNNING:
            self._warned.update(due)
            self._screen.warning(min(due))

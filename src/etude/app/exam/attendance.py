"""Attends rooms beside other work: saves of any editor are kept until the sitting is over."""

import queue
import threading
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from etude.app.exam.exam import Exam
from etude.app.exam.room import Changed, Left, Room, RoomEvent, Watching
from etude.app.saves import Saves
from etude.app.told import log_error
from etude.domain.sitting import Sitting
from etude.exams.state import SittingState

_END_SECONDS = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """The rooms that this process attends, each once."""

    _rooms: "dict[str, _Attended]" = field(default_factory=dict)
    _entering: threading.Lock = field(default_factory=threading.Lock)

    def attend(self, exam: Exam, sitting: Sitting) -> None:
        """From now on until the sitting is over; a room that is attended stays so."""
        with self._entering:
            known = self._rooms.get(sitting.id)
            if known is None or not known.thread.is_alive():
                self._rooms[sitting.id] = _enter(exam, sitting)

    def leave(self) -> None:
        """Leaves every room; the sittings go on."""
        with self._entering:
            rooms = list(self._rooms.values())
            self._rooms.clear()
        for room in rooms:
            room.events.put(Left())
        for room in rooms:
            room.thread.join(_END_SECONDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Attended:
    thread: threading.Thread
    events: "queue.Queue[RoomEvent]"


def _enter(exam: Exam, sitting: Sitting) -> _Attended:
    events: queue.Queue[RoomEvent] = queue.Queue()
    thread = threading.Thread(target=_stay, args=(exam, sitting, events), daemon=True)
    thread.start()
    return _Attended(thread=thread, events=events)


def _stay(exam: Exam, sitting: Sitting, events: "queue.Queue[RoomEvent]") -> None:
    saves = Saves(
        Path(sitting.workspace),
        lambda paths: events.put(Changed(frozenset(paths))),
        lambda: None,
        lambda error: None,
        wanted=is_of_a_question,
        on_watching=lambda: events.put(Watching()),
    )
    try:
        saves.start()
        Room(exam, sitting, _NoScreen(), events, seconds=time.monotonic).stay()
    except Exception as error:  # in a thread of its own; pages that are open tell what is wrong
        log_error(error)
    finally:
        with suppress(Exception):
            saves.stop()


def is_of_a_question(path: Path) -> bool:
    """In a question's folder, and not the data that étude put there."""
    return len(path.parts) > 1 and path.parts[1] != "data"


class _NoScreen:
    """Pages find all of that by themselves."""

    def clock(self, state: SittingState) -> None: ...
    def kept(self, numbers: Sequence[int]) -> None: ...
    def warning(self, minutes: int) -> None: ...
    def notice(self, text: str) -> None: ...

"""Bare `etude exam`: the room in which an exam is sat."""

import queue
import time
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.live import Live
from rich.text import Text

from etude.app.exam.attendance import is_of_a_question
from etude.app.exam.room import Changed, Left, Noticed, Room, RoomEvent, Watching
from etude.app.saves import Saves
from etude.cli.codes import Code
from etude.cli.exam.opened import OpenedSitting, mark_what_waits, opened_sitting, print_state
from etude.cli.keyboard import keys
from etude.cli.terminal import console
from etude.exams.state import Phase, SittingState
from etude.render.sitting import clock_line

_POLLING = "File events do not arrive here, so files are looked at a few times a second."
_DEAF = "Saves are not noticed any more ({}); leave with q and come back: etude exam"
_LEAVE = ("q", "\x04")


def sit() -> Code:
    """Stays in the room until the candidate leaves or the sitting is over."""
    with opened_sitting() as here:
        mark_what_waits(here)
        print_state(here, as_json=False)
        if here.state().phase is Phase.FINISHED:
            return Code.OK
        state = _stay(here)
        if state.phase is Phase.FINISHED:
            mark_what_waits(here)
            print_state(here, as_json=False)
            console().print("Why points were lost, and what to practise: etude exam review")
        else:
            console().print("You have left the room, and the sitting goes on. Back: etude exam")
            console().print(clock_line(state))
    return Code.OK


def _stay(here: OpenedSitting) -> SittingState:
    events: queue.Queue[RoomEvent] = queue.Queue()
    saves = Saves(
        Path(here.sitting.workspace),
        lambda paths: events.put(Changed(frozenset(paths))),
        lambda: events.put(Noticed(_POLLING)),
        lambda error: events.put(Noticed(_DEAF.format(error))),
        wanted=is_of_a_question,
        on_watching=lambda: events.put(Watching()),
    )
    saves.start()
    try:
        with (
            TerminalRoom(console()) as screen,
            keys(lambda pressed: events.put(Left()) if pressed in _LEAVE else None),
        ):
            room = Room(here.exam, here.sitting, screen, events, seconds=time.monotonic)
            return _until_interrupted(room)
    finally:
        saves.stop()


def _until_interrupted(room: Room) -> SittingState:
    """Ctrl-C leaves the room, as q does."""
    try:
        return room.stay()
    except KeyboardInterrupt:
        return room.leave()


class TerminalRoom:
    """Shows the clock in the last line, and above it what happens; in a pipe only the latter."""

    def __init__(self, shown_on: Console) -> None:
        self._console = shown_on
        self._live = Live(console=shown_on, auto_refresh=False, transient=True)

    def __enter__(self) -> "TerminalRoom":
        self._say("Every save is kept. q leaves the room; the sitting goes on.", style="dim")
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(self, *exception: object) -> None:
        if self._console.is_terminal:
            self._live.stop()

    def clock(self, state: SittingState) -> None:
        if self._console.is_terminal:
            self._live.update(clock_line(state), refresh=True)

    def kept(self, numbers: Sequence[int]) -> None:
        which = ", ".join(map(str, numbers))
        self._say(f"{time.strftime('%H:%M:%S')} kept: question {which}", style="dim")

    def warning(self, minutes: int) -> None:
        self._say(f"{minutes} minutes are left, or less.", style="bold yellow")
        if self._console.is_terminal:
            self._console.bell()

    def notice(self, text: str) -> None:
        self._say(text, style="dim")

    def _say(self, text: str, *, style: str) -> None:
        self._console.print(Text(text, style=style))

"""Bare `etude`: runs every file you save."""

import queue
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from etude.app.choose import exercise_of
from etude.app.hints import Hint
from etude.app.open_practice import Opened, open_practice
from etude.app.practise import Checked
from etude.app.saves import Saves
from etude.app.told import log_error, told_problem
from etude.app.watch import KEYS, Deaf, Event, Gone, Key, Noticed, Saved, Watch, Watching
from etude.cli.check import not_kept
from etude.cli.codes import Code
from etude.cli.keyboard import keys
from etude.cli.terminal import console, tell_added
from etude.domain.exercise import Exercise
from etude.render.epoch import epoch_line
from etude.render.pages import edit_line, hint_page, task_page
from etude.render.report import ReportView
from etude.render.standing import standing_rows, standing_table
from etude.render.steps import command

if TYPE_CHECKING:
    from etude.sandbox import Cancellation

_LINES_BELOW = 4
_REPLACING_SECONDS = 0.3
_POLLING = "File events do not arrive here, so files are looked at a few times a second."


def watch() -> Code:
    """Watches the workspace until the learner quits."""
    opened = open_practice()
    tell_added(opened.added)
    events: queue.Queue[Event] = queue.Queue()
    saves = Saves(
        opened.practice.workspace.root,
        lambda paths: _put_changed(opened, paths, events),
        lambda: events.put(Noticed(_POLLING)),
        lambda error: events.put(Deaf(error)),
        on_watching=lambda: events.put(Watching()),
    )
    screen = TerminalScreen(opened, console())
    loop = Watch(opened.practice, screen, events, new_cancellation=_new_cancellation)
    saves.start()
    try:
        with keys(lambda character: events.put(Key(character))):
            loop.loop(opened.exercise(None, unsolved=True))
    finally:
        saves.stop()
        opened.practice.close()
    return Code.OK


def _new_cancellation() -> "Cancellation":
    from etude.sandbox import Cancellation

    return Cancellation()


def _put_changed(opened: Opened, paths: set[Path], events: "queue.Queue[Event]") -> None:
    """The exercise saved last, when several were saved at once; else one that lost its file."""
    practice = opened.practice
    for path in sorted(filter(_saved_at, paths), key=_saved_at, reverse=True):
        exercise = exercise_of(path, practice.exercises, practice.workspace)
        if exercise is not None:
            events.put(Saved(exercise))
            return
    time.sleep(_REPLACING_SECONDS)  # some editors delete a file and write it anew
    for path in paths:
        exercise = exercise_of(path, practice.exercises, practice.workspace)
        if exercise is not None and path == practice.workspace.path(exercise):
            events.put(Gone(exercise))


def _saved_at(path: Path) -> float:
    """0 for a file that has gone: it may do so at any moment."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


class TerminalScreen:
    """Shows a watch on a terminal; in a pipe everything stands one after the other."""

    def __init__(self, opened: Opened, shown_on: Console) -> None:
        self._opened = opened
        self._console = shown_on

    def task(self, exercise: Exercise) -> None:
        self._clear()
        self._console.print(task_page(exercise, self._opened.shown))
        self._dim("Save the file, and it is run.")
        self._dim(KEYS)

    def running(self, exercise: Exercise, *, loading: bool) -> None:
        self._clear()
        self._console.print(edit_line(exercise, self._opened.shown))
        wait = f"running, for {exercise.limits.wall_seconds:g} s at most ..."
        self._dim(f"{wait} (TensorFlow is being loaded, once)" if loading else wait)

    def progress(self, frame: Mapping[str, Any]) -> None:
        line = epoch_line(frame)
        if line:
            self._dim(line)

    def result(self, checked: Checked, *, everything: bool, following: str) -> None:
        self._clear()
        view = ReportView(
            report=checked.report,
            title=checked.exercise.title,
            files=checked.texts(),
            place=self._opened.shown,
            everything=everything,
            height=0 if everything else self._room(),
        )
        self._console.print(view)
        if checked.problem:
            self._console.print(Text(not_kept(checked), style="yellow"))
        if checked.report.passed:
            self._console.print(_after_passing(following))
        self._dim(KEYS)

    def hint(self, hint: Hint) -> None:
        self._console.print()
        self._console.print(hint_page(hint.exercise, hint.number, hint.of, hint.text))

    def listing(self, current: Exercise) -> None:
        self._console.print()
        practice = self._opened.practice
        rows = standing_rows(practice.exercises, practice.records.standings())
        self._console.print(standing_table(rows, current=current.id))

    def notice(self, text: str) -> None:
        self._dim(text)

    def failed(self, error: Exception) -> None:
        text = told_problem(error, command) or log_error(error)
        self._console.print(Text(text, style="red"))
        self._dim(KEYS)

    def _room(self) -> int:
        """Lines for a report, beside the lines below it; a pipe has no end."""
        return max(1, self._console.height - _LINES_BELOW) if self._console.is_terminal else 0

    def _clear(self) -> None:
        if self._console.is_terminal:
            self._console.clear()

    def _dim(self, text: str) -> None:
        self._console.print(Text(text, style="dim"))


def _after_passing(following: str) -> Text:
    if not following:
        return Text("You have passed every exercise.", style="bold green")
    text = Text("Press n for the next one: ", style="green")
    return text.append(following, style="bold")

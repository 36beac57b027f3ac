"""Runs what the learner saves, as it is saved: one queue of events and one match."""

import queue
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from etude.app.hints import Hint, hint_after
from etude.app.practise import Checked, Practice
from etude.app.turn import turn_to
from etude.domain.exercise import Exercise
from etude.domain.outcome import Reason
from etude.domain.problem import Problem
from etude.progress.plan import Choice, choose

if TYPE_CHECKING:
    from etude.sandbox import Cancellation

KEYS = "enter run again · h hint · n next · l list · a all · q quit"
_DEAF = "Saves are not noticed any more: press enter to run, or start etude again."
_SETTLED = "You have passed this one. Press n for what is next."
_END_SECONDS = 3.0


class Screen(Protocol):
    """Where a watch shows what happens."""

    def task(self, exercise: Exercise) -> None: ...
    def running(self, exercise: Exercise, *, loading: bool) -> None: ...
    def progress(self, frame: Mapping[str, Any]) -> None: ...
    def result(self, checked: Checked, *, everything: bool, following: str) -> None: ...
    def hint(self, hint: Hint) -> None: ...
    def listing(self, current: Exercise) -> None: ...
    def notice(self, text: str) -> None: ...
    def failed(self, error: Exception) -> None: ...


@dataclass(frozen=True, slots=True)
class Saved:
    exercise: Exercise


@dataclass(frozen=True, slots=True)
class Gone:
    """The exercise's main file was deleted."""

    exercise: Exercise


@dataclass(frozen=True, slots=True)
class Deaf:
    """Saves are not noticed any more."""

    error: Exception


@dataclass(frozen=True, slots=True)
class Watching:
    """From now on saves are noticed; before it, one may have been missed."""


@dataclass(frozen=True, slots=True)
class Key:
    character: str


@dataclass(frozen=True, slots=True)
class Noticed:
    text: str


@dataclass(frozen=True, slots=True)
class Warmed:
    """The worker answers; ``problem`` says why it does not."""

    problem: Exception | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    run: int
    frame: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Graded:
    run: int
    checked: Checked


@dataclass(frozen=True, slots=True)
class Failed:
    run: int
    error: Exception


Event = Saved | Gone | Deaf | Watching | Key | Noticed | Warmed | Fact | Graded | Failed


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The run in progress; ``number`` tells it from the ones given up."""

    number: int
    thread: threading.Thread
    cancellation: "Cancellation"


class Watch:
    """The loop of ``etude``.

    Args:
      events: where file watcher, keyboard and runs put what happened.
      new_cancellation: makes the object by which a run is given up.
    """

    def __init__(
        self,
        practice: Practice,
        screen: Screen,
        events: "queue.Queue[Event]",
        *,
        new_cancellation: "Callable[[], Cancellation]",
    ) -> None:
        self._practice = practice
        self._screen = screen
        self._events = events
        self._new_cancellation = new_cancellation
        self._runs = 0
        self._run: Run | None = None
        self._last: Checked | None = None
        self._hints: dict[tuple[str, int], int] = {}
        self._loading = True
        self._known = 0

    def loop(self, current: Exercise) -> None:
        """Shows and runs until the learner quits."""
        self._current = current
        self._known = self._saved_at()
        self._screen.task(current)
        if self._practice.so_far(current).passed:
            self._screen.notice(_SETTLED)
        threading.Thread(target=self._warm_up, daemon=True).start()
        if self._practice.workspace.edited_at(current):
            self._start()
        try:
            while self._attend(self._events.get()):
                pass
        finally:
            self._give_up()

    def _attend(self, event: Event) -> bool:
        """One event; False when it is time to end."""
        match event:
            case Key("q" | "\x04"):
                return False
            case Key(character):
                self._press(character)
            case Saved(exercise) if not self._is_given(exercise):
                self._current = self._practice.exercises.get(exercise.id, exercise)
                self._start()
            case Gone(exercise) if self._is_missing(exercise):
                self._start()
            case Watching() if self._saved_at() != self._known:
                self._start()
            case Deaf(error):
                self._screen.failed(error)
                self._screen.notice(_DEAF)
            case Warmed(problem):
                self._loading = False
                if problem is not None:
                    self._screen.failed(problem)
            case Noticed(text):
                self._screen.notice(text)
            case Fact(run, frame) if self._is_current(run):
                self._screen.progress(frame)
            case Graded(run, checked) if self._is_current(run):
                self._show(checked)
            case Failed(run, error) if self._is_current(run):
                self._screen.failed(error)
        return True

    def _press(self, character: str) -> None:
        match character:
            case "\r" | "\n" | "r":
                self._start()
            case "h":
                self._hint()
            case "n":
                self._next()
            case "l":
                self._screen.listing(self._current)
            case "a" if self._last is not None:
                self._screen.result(self._last, everything=True, following=self._following())
            case _:
                self._screen.notice(KEYS)

    def _start(self) -> None:
        """Runs the current exercise; a run in progress is given up."""
        self._give_up()
        self._known = self._saved_at()
        self._runs += 1
        number, exercise, cancellation = self._runs, self._current, self._new_cancellation()
        thread = threading.Thread(
            target=self._grade, args=(number, exercise, cancellation), daemon=True
        )
        self._run = Run(number=number, thread=thread, cancellation=cancellation)
        self._screen.running(exercise, loading=self._loading)
        thread.start()

    def _grade(self, number: int, exercise: Exercise, cancellation: "Cancellation") -> None:
        """In the run's own thread: only puts events."""
        try:
            checked = self._practice.check(
                exercise,
                on_frame=lambda frame: self._events.put(Fact(number, frame)),
                cancellation=cancellation,
            )
        except Exception as error:
            self._events.put(Failed(number, error))
        else:
            self._events.put(Graded(number, checked))

    def _warm_up(self) -> None:
        """In a thread of its own: loads TensorFlow while the learner still reads."""
        self._practice.records.open_soon()
        try:
            _ = self._practice.sandbox().isolation
        except Exception as error:
            self._events.put(Warmed(error))
        else:
            self._events.put(Warmed())

    def _give_up(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.cancellation.request()
            run.thread.join(timeout=_END_SECONDS)

    def _saved_at(self) -> int:
        """When the current file was saved, in nanoseconds; 0 without one."""
        try:
            return self._practice.workspace.path(self._current).stat().st_mtime_ns
        except OSError:
            return 0

    def _is_missing(self, exercise: Exercise) -> bool:
        """Whether the file worked on is away; an editor may have put it back since."""
        current = exercise.id == self._current.id
        return current and not self._practice.workspace.path(exercise).exists()

    def _is_current(self, number: int) -> bool:
        return self._run is not None and self._run.number == number

    def _show(self, checked: Checked) -> None:
        self._run = None
        if checked.report.reason is Reason.CANCELLED:
            return
        self._last = checked
        self._screen.result(checked, everything=False, following=self._following())

    def _following(self) -> str:
        """Id of the exercise that ``n`` would go to."""
        found = self._find_next()
        return found.exercise.id if found is not None else ""

    def _find_next(self) -> Choice | None:
        """Anything but the current one, which may be chosen if it has not just passed."""
        learner, current = self._practice.learner(), self._current.id
        last = self._last
        passed = last is not None and last.report.passed and last.exercise.id == current
        return choose(learner, skip={current}) or (None if passed else choose(learner))

    def _next(self) -> None:
        found = self._find_next()
        if found is None:
            self._screen.notice("You have passed every exercise, and no review is due.")
            return
        self._give_up()
        try:
            turned = turn_to(self._practice, found)
        except Problem as problem:
            self._screen.failed(problem)
            return
        self._practice, self._current = turned.practice, turned.exercise
        self._screen.task(turned.exercise)
        self._screen.notice(found.reason)
        if turned.kept is not None:
            self._screen.notice(f"Your file of the last time is kept: {turned.kept}")

    def _is_given(self, exercise: Exercise) -> bool:
        """Whether a save was our own, of the starter of a fresh variant."""
        found = self._practice.exercises.get(exercise.id, exercise)
        return bool(found.seed) and not self._practice.workspace.edited_at(found)

    def _hint(self) -> None:
        exercise = self._current
        shown = self._hints.get((exercise.id, exercise.seed))
        if shown is None:
            shown = self._practice.so_far(exercise).hints
        try:
            hint = hint_after(exercise, shown)
        except Problem as problem:
            self._screen.failed(problem)
            return
        self._hints[exercise.id, exercise.seed] = hint.number
        self._practice.records.keep_hint(exercise.id, hint.number, seed=exercise.seed)
        self._screen.hint(hint)

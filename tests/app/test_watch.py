"""The loop of `etude`: what is saved is run, the newest save wins."""

import os
import queue
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from small_exercise import FILE, ID, answer, ended, write_exercise

from etude.app.hints import Hint
from etude.app.practise import Checked, Practice
from etude.app.saves import Saves
from etude.app.start import start_workspace
from etude.app.watch import Deaf, Event, Gone, Key, Noticed, Saved, Watch, Watching
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.exercise import Exercise
from etude.domain.job import Job
from etude.domain.outcome import Fault, Outcome, Reason
from etude.domain.problem import Problem
from etude.sandbox import Cancellation
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore

SECONDS = 10.0


class FakeScreen:
    """Remembers what was shown; ``wait_for`` waits until something was."""

    def __init__(self) -> None:
        self.shown: list[tuple[str, Any]] = []
        self._changed = threading.Condition()

    def _add(self, kind: str, what: Any = "") -> None:
        with self._changed:
            self.shown.append((kind, what))
            self._changed.notify_all()

    def wait_for(self, kind: str, count: int = 1) -> Any:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.of(kind)) >= count, SECONDS), self.shown
        return self.of(kind)[count - 1]

    def of(self, kind: str) -> list[Any]:
        return [what for shown, what in self.shown if shown == kind]

    def task(self, exercise: Exercise) -> None:
        self._add("task", exercise.id)

    def running(self, exercise: Exercise, *, loading: bool) -> None:
        self._add("running", exercise.id)

    def progress(self, frame: Mapping[str, Any]) -> None:
        self._add("progress", frame["kind"])

    def result(self, checked: Checked, *, everything: bool, following: str) -> None:
        self._add("result", (checked.report.passed, everything, following))

    def hint(self, hint: Hint) -> None:
        self._add("hint", hint.number)

    def listing(self, current: Exercise) -> None:
        self._add("listing", current.id)

    def notice(self, text: str) -> None:
        self._add("notice", text)

    def failed(self, error: Exception) -> None:
        self._add("failed", str(error))


class SlowSandbox(FakeSandbox):
    """Runs until it is given up or ``release`` is set."""

    def __init__(self) -> None:
        super().__init__(answer())
        self.release = threading.Event()
        self.given_up = 0

    def run(self, job: Job, *, on_frame: Any = None, cancellation: Any = None) -> Outcome:
        self.jobs.append(job)
        with cancellation.calling(self.release.set):
            assert self.release.wait(SECONDS)
        self.release.clear()
        if cancellation._requested:
            self.given_up += 1
            return ended(Fault.LEARNER, Reason.CANCELLED)
        return answer()


class Driver:
    """A watch in a thread of its own."""

    def __init__(self, practice: Practice, exercise: Exercise) -> None:
        self.screen = FakeScreen()
        self.events: queue.Queue[Event] = queue.Queue()
        self._watch = Watch(practice, self.screen, self.events, new_cancellation=Cancellation)
        self._thread = threading.Thread(target=self._watch.loop, args=(exercise,))

    def __enter__(self) -> "Driver":
        self._thread.start()
        self.screen.wait_for("task")
        return self

    def __exit__(self, *_: object) -> None:
        self.events.put(Key("q"))
        self._thread.join(SECONDS)
        assert not self._thread.is_alive()

    def press(self, key: str) -> None:
        self.events.put(Key(key))


@pytest.fixture
def watching(make_practice: Callable[..., Practice], exercise: Exercise) -> Callable[..., Driver]:
    return lambda sandbox: Driver(make_practice(sandbox), exercise)


def test_a_save_is_run_and_its_result_shown(
    watching: Callable[..., Driver], fake: FakeSandbox, exercise: Exercise
) -> None:
    with watching(fake) as driver:
        driver.events.put(Saved(exercise))

        assert driver.screen.wait_for("result") == (True, False, "")


def test_a_save_before_the_folder_was_watched_is_run(
    watching: Callable[..., Driver], fake: FakeSandbox, workspace: Workspace
) -> None:
    with watching(fake) as driver:
        (workspace.root / FILE).write_text("edited = 1\n")
        driver.events.put(Watching())

        assert driver.screen.wait_for("result") == (True, False, "")


def test_what_has_been_run_is_not_run_again_once_the_folder_is_watched(
    watching: Callable[..., Driver], fake: FakeSandbox, workspace: Workspace
) -> None:
    (workspace.root / FILE).write_text("edited = 1\n")
    with watching(fake) as driver:
        driver.screen.wait_for("result")
        driver.events.put(Watching())
        driver.press("?")
        driver.screen.wait_for("notice")

        assert len(driver.screen.of("running")) == 1


def test_a_starter_is_not_run_unasked_and_an_edited_file_is(
    watching: Callable[..., Driver], fake: FakeSandbox, workspace: Workspace
) -> None:
    with watching(fake) as driver:
        driver.press("?")
        driver.screen.wait_for("notice")
        assert driver.screen.of("running") == []
    (workspace.root / FILE).write_text("edited = 1\n")

    with watching(fake) as driver:
        driver.screen.wait_for("result")


def test_the_newest_save_wins_and_the_run_in_progress_is_given_up(
    watching: Callable[..., Driver], exercise: Exercise, memory: MemoryStore
) -> None:
    sandbox = SlowSandbox()
    with watching(sandbox) as driver:
        driver.events.put(Saved(exercise))
        driver.screen.wait_for("running", 1)
        driver.events.put(Saved(exercise))
        driver.screen.wait_for("running", 2)
        sandbox.release.set()
        driver.screen.wait_for("result")

    assert sandbox.given_up == 1
    assert len(driver.screen.of("result")) == 1
    assert memory.standings("ann")[ID].attempts == 1


def test_quitting_gives_up_the_run_in_progress(
    watching: Callable[..., Driver], exercise: Exercise
) -> None:
    sandbox = SlowSandbox()

    with watching(sandbox) as driver:
        driver.events.put(Saved(exercise))
        driver.screen.wait_for("running")

    assert sandbox.given_up == 1


def test_enter_runs_again(watching: Callable[..., Driver], fake: FakeSandbox) -> None:
    with watching(fake) as driver:
        driver.press("\n")
        driver.screen.wait_for("result", 1)
        driver.press("\r")
        driver.screen.wait_for("result", 2)


def test_h_shows_one_hint_after_the_other_and_they_are_remembered(
    watching: Callable[..., Driver], fake: FakeSandbox, memory: MemoryStore
) -> None:
    with watching(fake) as driver:
        for count in range(1, 5):
            driver.press("h")
            driver.screen.wait_for("hint", count)

    assert driver.screen.of("hint") == [1, 2, 3, 3]
    assert memory.standings("ann")[ID].hints == 3


def test_n_goes_to_the_next_exercise_that_is_not_passed(
    collection: Path, tmp_path: Path, make_practice: Callable[..., Practice], fake: FakeSandbox
) -> None:
    write_exercise(collection, "models/deep", level=2)
    catalog.exercises.cache_clear()
    two = catalog.exercises()
    practice = make_practice(fake)
    object.__setattr__(practice, "exercises", two)
    place = start_workspace(tmp_path / "two", two, public_data).workspace
    object.__setattr__(practice, "workspace", place)

    with Driver(practice, two[ID]) as driver:
        driver.press("\n")
        assert driver.screen.wait_for("result") == (True, False, "models/deep")
        driver.press("n")
        assert driver.screen.wait_for("task", 2) == "models/deep"


def test_n_says_so_when_everything_is_passed(
    watching: Callable[..., Driver], fake: FakeSandbox
) -> None:
    with watching(fake) as driver:
        driver.press("\n")
        driver.screen.wait_for("result")
        driver.press("n")

        assert "every exercise" in driver.screen.wait_for("notice")


def test_a_shows_everything_about_the_last_run(
    watching: Callable[..., Driver], fake: FakeSandbox
) -> None:
    with watching(fake) as driver:
        driver.press("\n")
        driver.screen.wait_for("result")
        driver.press("a")

        assert driver.screen.wait_for("result", 2)[1] is True


def test_l_lists_and_other_keys_tell_the_keys(
    watching: Callable[..., Driver], fake: FakeSandbox
) -> None:
    with watching(fake) as driver:
        driver.press("l")
        driver.press("x")

        assert driver.screen.wait_for("listing") == ID
        assert "q quit" in driver.screen.wait_for("notice")


def test_a_problem_is_told_and_the_watch_goes_on(
    watching: Callable[..., Driver], fake: FakeSandbox, workspace: Workspace, exercise: Exercise
) -> None:
    (workspace.root / FILE).unlink()
    with watching(fake) as driver:
        driver.press("\n")
        assert "is missing" in driver.screen.wait_for("failed")
        workspace.reset(exercise)
        driver.press("\n")

        driver.screen.wait_for("result")


def test_a_sandbox_that_cannot_be_had_is_told_at_the_start(
    make_practice: Callable[..., Practice], exercise: Exercise
) -> None:
    practice = make_practice(None)

    def unavailable() -> Any:
        raise Problem("TensorFlow cannot be imported")

    object.__setattr__(practice, "open_sandbox", unavailable)

    with Driver(practice, exercise) as driver:
        assert "TensorFlow" in driver.screen.wait_for("failed")


def test_notices_are_shown(watching: Callable[..., Driver], fake: FakeSandbox) -> None:
    with watching(fake) as driver:
        driver.events.put(Noticed("polling"))

        assert driver.screen.wait_for("notice") == "polling"


@pytest.mark.parametrize("force_polling", [False, True])
def test_a_saved_file_is_noticed(workspace: Workspace, force_polling: bool) -> None:
    saved: queue.Queue[set[Path]] = queue.Queue()
    polling = threading.Event()
    saves = Saves(workspace.root, saved.put, polling.set, _unexpected, force_polling=force_polling)
    saves.start()
    try:
        path = _save_until_noticed(workspace.root / FILE, saved)
    finally:
        saves.stop()

    assert path == {workspace.root / FILE}
    assert polling.is_set() == force_polling


@contextmanager
def watched(root: Path, *, force_polling: bool) -> Iterator["queue.Queue[set[Path]]"]:
    """What was saved under ``root``, from when the watch has said that it notices."""
    saved: queue.Queue[set[Path]] = queue.Queue()
    watching = threading.Event()
    saves = Saves(
        root, saved.put, lambda: None, _unexpected,
        force_polling=force_polling, on_watching=watching.set,
    )  # fmt: skip
    saves.start()
    try:
        assert watching.wait(SECONDS)
        yield saved
    finally:
        saves.stop()


@pytest.mark.parametrize("force_polling", [False, True])
def test_once_it_says_that_it_watches_no_save_is_missed(
    workspace: Workspace, force_polling: bool
) -> None:
    with watched(workspace.root, force_polling=force_polling) as saved:
        (workspace.root / FILE).write_text("x = 1\n")

        assert saved.get(timeout=SECONDS) == {workspace.root / FILE}


def test_two_saves_within_one_second_are_both_noticed_by_looking(workspace: Workspace) -> None:
    file = workspace.root / FILE
    second = 1_700_000_000 * 10**9
    with watched(workspace.root, force_polling=True) as saved:
        for nanoseconds in (second + 1, second + 2):
            os.utime(file, ns=(nanoseconds, nanoseconds))

            assert saved.get(timeout=SECONDS) == {file}


def _unexpected(error: Exception) -> None:
    raise AssertionError(f"the watcher failed: {error!r}")


def _save_until_noticed(path: Path, saved: "queue.Queue[set[Path]]") -> set[Path]:
    """The watcher needs a moment before the first event arrives."""
    for number in range(40):
        path.write_text(f"x = {number}\n")
        try:
            return saved.get(timeout=0.25)
        except queue.Empty:
            continue
    raise AssertionError("no save was noticed")


def test_what_is_no_program_of_the_learner_is_not_noticed(workspace: Workspace) -> None:
    saved: queue.Queue[set[Path]] = queue.Queue()
    saves = Saves(workspace.root, saved.put, lambda: None, _unexpected)
    saves.start()
    try:
        _save_until_noticed(workspace.root / FILE, saved)
        (workspace.root / ".etude/backup.py").write_text("x\n")
        (workspace.root / ID / "notes.txt").write_text("x\n")
        (workspace.root / ID / ".#lock.py").write_text("x\n")
        with pytest.raises(queue.Empty):
            saved.get(timeout=0.5)
    finally:
        saves.stop()


def test_where_events_do_not_arrive_files_are_looked_at_and_that_is_told(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Saves, "_await_sign", lambda self: None)
    saved: queue.Queue[set[Path]] = queue.Queue()
    polling = threading.Event()
    saves = Saves(workspace.root, saved.put, polling.set, _unexpected)
    saves.start()
    try:
        assert polling.wait(SECONDS)
        assert _save_until_noticed(workspace.root / FILE, saved) == {workspace.root / FILE}
    finally:
        saves.stop()


def test_a_watcher_that_fails_says_so(workspace: Workspace) -> None:
    saved: queue.Queue[set[Path]] = queue.Queue()
    failed: queue.Queue[Exception] = queue.Queue()

    def fail(paths: set[Path]) -> None:
        saved.put(paths)
        raise FileNotFoundError("it has gone")

    saves = Saves(workspace.root, fail, lambda: None, failed.put)
    saves.start()
    try:
        _save_until_noticed(workspace.root / FILE, saved)

        assert "it has gone" in str(failed.get(timeout=SECONDS))
    finally:
        saves.stop()


def test_a_deaf_watcher_is_told(watching: Callable[..., Driver], fake: FakeSandbox) -> None:
    with watching(fake) as driver:
        driver.events.put(Deaf(OSError("no more watches")))

        assert "no more watches" in driver.screen.wait_for("failed")
        assert "enter" in driver.screen.wait_for("notice")


def test_a_deleted_main_file_is_told(
    watching: Callable[..., Driver], fake: FakeSandbox, workspace: Workspace, exercise: Exercise
) -> None:
    with watching(fake) as driver:
        (workspace.root / FILE).unlink()
        driver.events.put(Gone(exercise))

        assert "is missing" in driver.screen.wait_for("failed")


def test_a_file_that_came_back_is_not_told_as_deleted(
    watching: Callable[..., Driver], fake: FakeSandbox, exercise: Exercise
) -> None:
    with watching(fake) as driver:
        driver.events.put(Gone(exercise))
        driver.press("?")
        driver.screen.wait_for("notice")

    assert driver.screen.of("failed") == driver.screen.of("running") == []


def test_the_deletion_of_a_program_is_noticed(workspace: Workspace) -> None:
    saved: queue.Queue[set[Path]] = queue.Queue()
    saves = Saves(workspace.root, saved.put, lambda: None, _unexpected)
    saves.start()
    try:
        _save_until_noticed(workspace.root / FILE, saved)
        (workspace.root / FILE).unlink()
        while (workspace.root / FILE) not in saved.get(timeout=SECONDS):
            pass
    finally:
        saves.stop()

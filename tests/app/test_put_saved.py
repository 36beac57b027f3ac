"""Which event a change of files becomes."""

import queue
from collections.abc import Callable
from pathlib import Path

import pytest
from small_exercise import FILE, ID

from etude.app.open_practice import Opened
from etude.app.practise import Practice
from etude.app.watch import Event, Gone, Saved
from etude.cli import watch
from etude.domain.exercise import Exercise
from etude.sandbox.fake import FakeSandbox


@pytest.fixture
def events_of(
    make_practice: Callable[..., Practice], fake: FakeSandbox
) -> Callable[..., list[Event]]:
    """``events_of(path, ...)``: the events that changes of these files of the workspace become."""
    opened = Opened(practice=make_practice(fake), cwd=Path.cwd())

    def put(*names: str) -> list[Event]:
        events: queue.Queue[Event] = queue.Queue()
        root = opened.practice.workspace.root
        watch._put_changed(opened, {root / name for name in names}, events)
        return [events.get_nowait() for _ in range(events.qsize())]

    return put


def test_a_file_that_vanishes_while_it_is_looked_at_is_no_save(
    events_of: Callable[..., list[Event]], exercise: Exercise, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_file", lambda self: True)

    assert events_of(FILE, f"{ID}/vanished.py") == [Saved(exercise)]


def test_a_main_file_that_stays_away_is_gone(
    events_of: Callable[..., list[Event]], exercise: Exercise, workspace: object
) -> None:
    Path(workspace.root / FILE).unlink()  # type: ignore[attr-defined]

    assert events_of(FILE) == [Gone(exercise)]


def test_another_file_that_goes_away_is_nothing(events_of: Callable[..., list[Event]]) -> None:
    assert events_of(f"{ID}/helper.py") == []

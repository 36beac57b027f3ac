"""A review: a fresh variant, and the file of the last time kept."""

import json
import queue
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from small_exercise import FILE, ID, STARTER, answer

from etude.app.practise import Practice
from etude.app.records import Records
from etude.app.start import start_workspace, update_workspace
from etude.app.turn import turn_to
from etude.app.watch import Event, Key, Saved, Watch
from etude.app.workspace import find_workspace
from etude.catalog import exercises as catalog
from etude.catalog.data import public_data
from etude.domain.exercise import Exercise
from etude.progress.plan import Occasion, choose
from etude.sandbox import Cancellation
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore

NOW = datetime.now(UTC)
MINE = "mine = 1\n"


@pytest.fixture
def variants(collection: Path) -> Mapping[str, Exercise]:
    """The exercise, with variants that return something else than None."""
    text = 'def variant(rng):\n    return {"return None": f"return {rng.randint(2, 99)}"}\n'
    (collection / ID / "variants.py").write_text(text)
    catalog.exercises.cache_clear()
    return catalog.exercises()


@pytest.fixture
def passed_long_ago(
    variants: Mapping[str, Exercise], make_practice: Callable[..., Practice], memory: MemoryStore
) -> Practice:
    """The exercise was passed ninety days ago, with a file of the learner's own."""
    practice = make_practice(FakeSandbox(answer()))
    (practice.workspace.root / FILE).write_text(MINE)
    then = NOW - timedelta(days=90)
    past = replace(practice, records=Records(lambda: memory, lambda: "ann", now=lambda: then))
    assert past.check(practice.exercises[ID]).report.passed
    return practice


def turned(practice: Practice) -> tuple[Practice, Path | None]:
    choice = choose(practice.learner())
    assert choice is not None
    assert choice.occasion is Occasion.REVIEW
    made = turn_to(practice, choice)
    return made.practice, made.kept


def test_a_review_brings_a_fresh_starter_and_keeps_the_file(passed_long_ago: Practice) -> None:
    practice, kept = turned(passed_long_ago)

    starter = (practice.workspace.root / FILE).read_text()
    assert starter != STARTER
    assert practice.exercises[ID].seed == 1
    assert kept is not None
    assert kept.read_text() == MINE


def test_notes_in_the_statement_are_kept_too(passed_long_ago: Practice) -> None:
    statement = passed_long_ago.workspace.root / ID / "README.md"
    statement.write_text("# Pixels\n\nMy notes.\n")

    practice, _ = turned(passed_long_ago)

    kept = (practice.workspace.root / ".etude/backups" / ID).glob("*.md")
    assert [path.read_text() for path in kept] == ["# Pixels\n\nMy notes.\n"]
    assert "My notes" not in statement.read_text()


def test_asking_again_changes_nothing_more(passed_long_ago: Practice) -> None:
    practice, _ = turned(passed_long_ago)
    (practice.workspace.root / FILE).write_text("half = 1\n")

    again, kept = turned(practice)

    assert kept is None
    assert (again.workspace.root / FILE).read_text() == "half = 1\n"


def test_the_variant_is_found_again_and_an_update_leaves_it_alone(
    passed_long_ago: Practice, variants: Mapping[str, Exercise]
) -> None:
    practice, _ = turned(passed_long_ago)
    root = practice.workspace.root
    starter = (root / FILE).read_text()

    found, _ = update_workspace(find_workspace(root), variants, public_data)
    start_workspace(root, variants, public_data)

    assert found.seed(ID) == 1
    assert (root / FILE).read_text() == starter


def test_the_exercise_is_open_until_the_variant_is_passed(passed_long_ago: Practice) -> None:
    before = passed_long_ago.settled()
    practice, _ = turned(passed_long_ago)
    during = practice.settled()
    (practice.workspace.root / FILE).write_text("mine = 2\n")

    checked = practice.check(practice.exercises[ID])

    assert (before, during, practice.settled()) == ({ID}, set(), {ID})
    assert checked.submission.seed == 1
    assert choose(practice.learner()) is None


def test_hints_begin_again_with_a_fresh_variant(passed_long_ago: Practice) -> None:
    passed_long_ago.records.keep_hint(ID, 3)
    before = passed_long_ago.so_far(passed_long_ago.exercises[ID]).hints

    practice, _ = turned(passed_long_ago)

    assert (before, practice.so_far(practice.exercises[ID]).hints) == (3, 0)


def test_a_broken_variant_costs_no_command(
    passed_long_ago: Practice, collection: Path, variants: Mapping[str, Exercise]
) -> None:
    practice, _ = turned(passed_long_ago)
    (collection / ID / "variants.py").write_text("1 / 0\n")

    found, _ = update_workspace(find_workspace(practice.workspace.root), variants, public_data)

    assert found.seed(ID) == 1
    assert json.loads((found.root / ".etude/workspace.json").read_text())["seeds"] == {ID: 1}


def test_in_a_watch_n_goes_to_the_review_and_our_own_save_is_not_run(
    passed_long_ago: Practice,
) -> None:
    screen, events = Shown(), queue.Queue[Event]()
    for event in (Key("n"), Saved(passed_long_ago.exercises[ID]), Key("q")):
        events.put(event)
    fake = passed_long_ago.sandbox()
    assert isinstance(fake, FakeSandbox)
    runs = len(fake.jobs)
    watch = Watch(passed_long_ago, screen, events, new_cancellation=Cancellation)

    watch.loop(passed_long_ago.exercises[ID])

    assert [exercise.seed for exercise in screen.tasks] == [0, 1]
    assert any("Time to refresh image-2" in notice for notice in screen.notices)
    assert any("is kept" in notice for notice in screen.notices)
    assert len(fake.jobs) <= runs + 1  # that of the beginning


class Shown:
    """Remembers tasks and notices."""

    def __init__(self) -> None:
        self.tasks: list[Exercise] = []
        self.notices: list[str] = []

    def task(self, exercise: Exercise) -> None:
        self.tasks.append(exercise)

    def notice(self, text: str) -> None:
        self.notices.append(text)

    def __getattr__(self, name: str) -> Any:
        return lambda *args, **options: None

"""Grading in a workspace, and keeping the attempt."""

import threading
import uuid
import warnings
from pathlib import Path
from typing import Any

import pytest
from small_exercise import FILE, ID, answer, ended

from etude.app.places import find_places
from etude.app.records import Records
from etude.app.versions import versions
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.outcome import Fault, Reason
from etude.domain.problem import Problem
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore
from etude.store.port import StoreProblem


def broken_records() -> Records:
    def fail() -> Any:
        raise StoreProblem("the disk is full")

    return Records(fail, lambda: "ann")


def test_a_right_answer_passes_and_is_kept(
    make_practice: Any, fake: FakeSandbox, memory: MemoryStore, exercise: Exercise
) -> None:
    checked = make_practice(fake).check(exercise)

    assert checked.report.passed
    assert checked.kept
    (kept,) = memory.attempts("ann", ID)
    assert kept.report == checked.report
    assert kept.submission.file == FILE


def test_a_wrong_answer_is_kept_too(
    make_practice: Any, memory: MemoryStore, exercise: Exercise
) -> None:
    practice = make_practice(FakeSandbox(answer(right=False)))

    checked = practice.check(exercise)

    assert (checked.report.points, checked.report.of) == (1, 4)
    assert not memory.standings("ann")[ID].passed


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.SYSTEM, Reason.WORKER),
        (Fault.EXERCISE, Reason.PROBE),
        (Fault.LEARNER, Reason.CANCELLED),
    ],
)
def test_what_is_not_the_learners_doing_is_no_attempt(
    make_practice: Any, memory: MemoryStore, exercise: Exercise, fault: Fault, reason: Reason
) -> None:
    checked = make_practice(FakeSandbox(ended(fault, reason))).check(exercise)

    assert not checked.kept
    assert memory.standings("ann") == {}


def test_a_store_that_fails_does_not_take_the_verdict_with_it(
    make_practice: Any, fake: FakeSandbox, exercise: Exercise
) -> None:
    practice = make_practice(fake)
    object.__setattr__(practice, "records", broken_records())

    checked = practice.check(exercise)

    assert checked.report.passed
    assert (checked.kept, checked.problem) == (False, "the disk is full")


def test_versions_are_told_without_importing_tensorflow() -> None:
    assert {"etude", "python"} <= set(versions())


def test_the_learner_is_the_same_one_the_next_time(tmp_path: Path) -> None:
    from etude.app.identity import learner_id

    first = learner_id(tmp_path / "state")

    assert len(first) == 32
    assert learner_id(tmp_path / "state") == first


def test_everything_is_kept_in_etude_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ETUDE_HOME", str(tmp_path / "home"))

    places = find_places()

    assert places.state == tmp_path / "home"
    assert places.usable_runtime() == tmp_path / "home" / "run"


def test_a_file_in_the_place_of_etude_home_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("x")
    monkeypatch.setenv("ETUDE_HOME", str(tmp_path / "home"))

    with pytest.raises(Problem, match=r"ETUDE_HOME.*is a file"):
        find_places()


def test_where_no_socket_can_be_made_the_temporary_folder_is_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home/run").write_text("a file, where a folder should be")
    monkeypatch.setenv("ETUDE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("tempfile.gettempdir", lambda: str(tmp_path / "tmp"))

    found = find_places().usable_runtime()

    assert found.parent == tmp_path / "tmp"
    assert found == find_places().usable_runtime()


def test_a_submission_is_the_file_as_it_is_at_that_moment(
    make_practice: Any, fake: FakeSandbox, workspace: Workspace, exercise: Exercise
) -> None:
    (workspace.root / FILE).write_text("def load(): return 1\n")

    make_practice(fake).check(exercise)

    assert fake.jobs[0].files[FILE] == b"def load(): return 1\n"


def test_two_first_commands_at_once_make_one_learner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from etude.app.identity import learner_id

    barrier = threading.Barrier(2)
    made = uuid.uuid4

    def meet() -> uuid.UUID:
        barrier.wait(10)  # both have seen that there is none
        return made()

    monkeypatch.setattr("uuid.uuid4", meet)
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(learner_id(tmp_path / "state")))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    found.append(learner_id(tmp_path / "state"))

    assert len(found) == 3
    assert len(set(found)) == 1
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["learner"]


def test_where_files_cannot_be_linked_the_learner_is_kept_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from etude.app.identity import learner_id

    def refuse(*_: Any) -> None:
        raise PermissionError("no links on this disk")

    monkeypatch.setattr("os.link", refuse)

    assert learner_id(tmp_path) == learner_id(tmp_path)


def test_a_learner_file_that_is_empty_is_filled(tmp_path: Path) -> None:
    from etude.app.identity import learner_id

    (tmp_path / "learner").write_text("")

    assert len(learner_id(tmp_path)) == 32


def test_an_attempt_that_was_lost_is_told_though_the_store_has_answered_since(
    make_practice: Any, fake: FakeSandbox, exercise: Exercise
) -> None:
    practice = make_practice(fake)
    records = broken_records()
    keep = records.keep

    def keep_while_another_thread_asks(*arguments: Any, **named: Any) -> Any:
        told = keep(*arguments, **named)
        records.problem = ""  # as another thread's question leaves it
        return told

    records.keep = keep_while_another_thread_asks  # type: ignore[method-assign]
    object.__setattr__(practice, "records", records)

    checked = practice.check(exercise)

    assert (checked.kept, checked.problem) == (False, "the disk is full")


def test_without_a_runtime_folder_of_the_session_nothing_is_warned_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("ETUDE_HOME")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)

    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        find_places()

    assert told == []

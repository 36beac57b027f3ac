"""Runs whose events any process can read."""

import os
import threading
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from small_exercise import answer
from small_practice import MakePractice

from etude.app.practise import Practice
from etude.app.run_desk import RunDesk
from etude.app.run_log import LOST_AFTER, RunEvent, RunLog, RunLogs, RunReader, RunWriter
from etude.app.turns import Turns
from etude.domain.exercise import Exercise
from etude.domain.job import Job
from etude.domain.outcome import Outcome
from etude.sandbox.fake import FakeSandbox


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def desk(tmp_path: Path) -> RunDesk:
    return RunDesk(folder=tmp_path / "runs", now=now)


def all_events(log: RunLog) -> Sequence[RunEvent]:
    """Those of a run that ends soon."""
    reader, events = RunReader(log), list[RunEvent]()
    deadline = time.monotonic() + 20
    while not (events and events[-1].last):
        assert time.monotonic() < deadline, events
        events += reader.read()
        time.sleep(0.01)
    return events


def test_a_run_tells_each_verdict_and_then_the_report(
    desk: RunDesk, make_practice: MakePractice, exercise: Exercise
) -> None:
    practice = make_practice(FakeSandbox(answer(right=False)))

    events = all_events(desk.start(practice, exercise))

    assert [event.event for event in events] == ["started", "verdict", "verdict", "report", "ended"]
    assert [event.number for event in events] == [1, 2, 3, 4, 5]
    assert [event.data["status"] for event in events[1:3]] == ["passed", "failed"]
    assert events[-1].data["how"] == "judged"


def test_an_epoch_is_told_while_the_program_trains(
    desk: RunDesk, make_practice: MakePractice, exercise: Exercise
) -> None:
    epoch = {"kind": "epoch", "fit": 0, "epoch": 0, "logs": {"loss": 0.5}}
    whole = answer()
    told = Outcome(frames=[epoch, *whole.frames], isolation=whole.isolation)

    events = all_events(desk.start(make_practice(FakeSandbox(told)), exercise))

    assert [event.data for event in events if event.event == "fact"] == [epoch]


def test_a_file_that_is_missing_ends_the_run_with_words(
    desk: RunDesk, make_practice: MakePractice, exercise: Exercise
) -> None:
    practice = make_practice(FakeSandbox(answer()))
    practice.workspace.path(exercise).unlink()

    end = all_events(desk.start(practice, exercise))[-1]

    assert end.data["how"] == "failed"
    assert "is missing" in end.data["text"]


def test_a_new_run_ends_the_one_before(
    desk: RunDesk, make_practice: MakePractice, exercise: Exercise
) -> None:
    running, go_on = threading.Event(), threading.Event()

    def slow(job: Job) -> Outcome:
        if not running.is_set():
            running.set()
            go_on.wait(10)
        return answer()

    practice = make_practice(FakeSandbox(slow))
    first = desk.start(practice, exercise)
    running.wait(10)

    second = desk.start(practice, exercise)
    time.sleep(0.2)  # it is looked for regularly
    go_on.set()

    assert all_events(first)[-1].data["how"] == "given up"
    assert all_events(second)[-1].data["how"] == "judged"


def hold_the_only_turn(turns: Turns, until: threading.Event) -> threading.Thread:
    held = threading.Event()

    def hold() -> None:
        with turns.one(on_waiting=lambda: None, give_up=lambda: False):
            held.set()
            until.wait(10)

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(10)
    return thread


def until_waiting(log: RunLog) -> None:
    deadline = time.monotonic() + 10
    while "waiting" not in [event.event for event in RunReader(log).read()]:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_run_waits_for_its_turn(
    tmp_path: Path, make_practice: MakePractice, exercise: Exercise
) -> None:
    sandbox, free = FakeSandbox(answer()), threading.Event()
    desk = RunDesk(folder=tmp_path / "runs", now=now, turns=Turns(1))
    holder = hold_the_only_turn(desk.turns, free)

    log = desk.start(make_practice(sandbox), exercise)
    until_waiting(log)
    assert sandbox.jobs == []
    free.set()

    assert all_events(log)[-1].data["how"] == "judged"
    holder.join(10)


def test_a_run_that_waits_can_be_given_up(
    tmp_path: Path, make_practice: MakePractice, exercise: Exercise
) -> None:
    sandbox, free = FakeSandbox(answer()), threading.Event()
    desk = RunDesk(folder=tmp_path / "runs", now=now, turns=Turns(1))
    holder = hold_the_only_turn(desk.turns, free)
    log = desk.start(make_practice(sandbox), exercise)
    until_waiting(log)

    log.give_up()

    assert all_events(log)[-1].data["how"] == "given up"
    assert sandbox.jobs == []
    free.set()
    holder.join(10)


def test_whoever_asks_is_told_that_there_is_something_new(
    tmp_path: Path, make_practice: MakePractice, exercise: Exercise
) -> None:
    told: list[Path] = []
    desk = RunDesk(folder=tmp_path / "runs", now=now, tell=told.append)
    practice = make_practice(FakeSandbox(answer()))

    events = all_events(desk.start(practice, exercise))

    assert set(told) == {desk.runs(practice, exercise).folder}
    assert len(told) >= len(events) - 1  # of the last one, perhaps a moment later


def test_the_run_of_a_program_is_known_again(
    desk: RunDesk, make_practice: MakePractice, exercise: Exercise
) -> None:
    practice = make_practice(FakeSandbox(answer()))
    log = desk.start(practice, exercise)
    program = str(all_events(log)[0].data["program"])

    assert known(desk, practice, exercise, program, ended=True) == log.id
    assert known(desk, practice, exercise, program, ended=False) is None
    assert known(desk, practice, exercise, "another", ended=True) is None


def known(
    desk: RunDesk, practice: Practice, exercise: Exercise, program: str, *, ended: bool
) -> str | None:
    found = desk.known(practice, exercise, program=program, ended=ended)
    return found.id if found else None


def test_a_run_without_a_sign_of_life_is_lost(tmp_path: Path) -> None:
    log = RunLogs(folder=tmp_path).begin(now=now())
    RunWriter(log).put("started", {})

    assert not log.is_lost(now=now())
    assert log.is_lost(now=now() + LOST_AFTER + timedelta(seconds=1))


def test_a_sign_of_life_keeps_a_run_from_being_lost(tmp_path: Path) -> None:
    log = RunLogs(folder=tmp_path).begin(now=now())
    os.utime(log.path, (0, 0))

    RunWriter(log).beat()

    assert not log.is_lost(now=now())


def test_a_run_that_is_being_made_is_not_found_yet(tmp_path: Path) -> None:
    log = RunLogs(folder=tmp_path).begin(now=now())
    log.folder.rename(tmp_path / f".{log.id}")

    assert RunLogs(folder=tmp_path).last() is None


def test_half_a_line_is_not_read(tmp_path: Path) -> None:
    log = RunLogs(folder=tmp_path).begin(now=now())
    RunWriter(log).put("started", {})
    with open(log.path, "ab") as file:
        file.write(b'{"number": 2, "ev')

    assert [event.event for event in RunReader(log).read()] == ["started"]


def test_only_the_last_runs_are_kept(tmp_path: Path) -> None:
    runs = RunLogs(folder=tmp_path)
    start = now()

    logs = [runs.begin(now=start + timedelta(seconds=n)) for n in range(9)]

    assert runs.last() == logs[-1]
    assert len(list(tmp_path.iterdir())) < 9


@pytest.mark.parametrize("name", ["..", "../..", "0000000000000-", "/etc", ""])
def test_a_run_is_found_by_its_id_alone(tmp_path: Path, name: str) -> None:
    assert RunLogs(folder=tmp_path).find(name) is None

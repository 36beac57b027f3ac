"""Parts of a sitting: clocks of this machine, files as they are found, kept runs, checklist."""

import math
import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from etude.app.exam import checklist as checklists
from etude.app.exam.asked import Asked, asked
from etude.app.exam.checklist import checklist
from etude.app.exam.clocks import read_clocks
from etude.app.exam.exam import Exam
from etude.app.exam.found import find_files
from etude.app.exam.kept_runs import keep_run, kept_run
from etude.domain.outcome import Artifact, Fault, Isolation, Outcome, Reason
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting
from etude.exams.clock import passed
from etude.sandbox.fake import FakeSandbox


@pytest.fixture
def question(exam: Exam, sitting: Sitting) -> Asked:
    return asked(exam, sitting, 1)


def test_both_clocks_of_this_machine_go_on() -> None:
    earlier = read_clocks()
    time.sleep(0.02)
    later = read_clocks()

    assert earlier.boot == later.boot
    assert 0.01 < passed(earlier, later).seconds < 5
    assert abs(later.wall - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.skipif(not Path("/proc/uptime").exists(), reason="needs /proc/uptime")
def test_the_monotonic_clock_counts_from_the_start_of_the_machine_with_its_sleep() -> None:
    uptime = float(Path("/proc/uptime").read_text().split()[0])

    assert abs(read_clocks().monotonic - uptime) < 5
    assert read_clocks().boot


def test_programs_and_what_is_handed_in_are_found_and_nothing_else(question: Asked) -> None:
    for name in ("model.keras", "part/own.py", ".hidden.py", "notes.txt", "other.keras"):
        path = question.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")

    assert set(find_files(question).files) == {question.program, "model.keras", "part/own.py"}


def test_what_cannot_be_read_is_told_and_the_rest_is_found(question: Asked) -> None:
    (question.folder / "model.keras").write_bytes(b"x" * 5000)
    (question.folder / "huge.py").write_bytes(b"#" * 2_000_000)

    found = find_files(question)

    assert set(found.files) == {question.program}
    assert set(found.refused) == {"model.keras", "huge.py"}
    assert "2,000,000 bytes" in found.refused["huge.py"]


def test_a_file_of_a_name_that_is_no_text_does_not_stop_anything(question: Asked) -> None:
    try:
        (question.folder / os.fsdecode(b"caf\xe9.py")).write_text("x = 1\n")
    except OSError:
        pytest.skip("this disk takes no such name")

    assert set(find_files(question).files) == {question.program}


def test_a_file_that_is_written_while_it_is_read_is_read_again(
    question: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = question.folder / "model.keras"
    model.write_bytes(b"a half")
    read = Path.read_bytes

    def read_and_write(path: Path) -> bytes:
        content = read(path)
        if content == b"a half":
            path.write_bytes(b"the whole")
        return content

    monkeypatch.setattr(Path, "read_bytes", read_and_write)

    assert find_files(question).files["model.keras"] == b"the whole"


def test_what_was_changed_after_a_moment_is_left_out(question: Asked) -> None:
    (question.folder / "model.keras").write_text("4")
    now = datetime.now(UTC)

    assert find_files(question, until=now - timedelta(minutes=1)).files == {}
    assert "model.keras" in find_files(question, until=now + timedelta(minutes=1)).files


def test_a_run_comes_back_with_its_numbers_and_arrays(exam: Exam) -> None:
    outcome = Outcome(
        fault=Fault.LEARNER,
        reason=Reason.EXCEPTION,
        frames=[{"kind": "epoch", "logs": {"loss": math.nan}, "seen": np.arange(3), "one": 1.5}],
        artifacts={"model.keras": Artifact(name="model.keras", content=b"bytes")},
        stdout="trained\n",
        isolation=Isolation(level=2),
    )

    came = kept_run(exam, keep_run(exam, outcome))

    assert (came.fault, came.stdout, came.isolation.level) == (Fault.LEARNER, "trained\n", 2)
    assert math.isnan(came.frames[0]["logs"]["loss"])
    assert came.frames[0]["seen"] == [0, 1, 2]
    assert came.artifacts == {}


def test_a_kept_run_that_is_none_is_told(exam: Exam) -> None:
    with pytest.raises(Problem, match="cannot be read"):
        kept_run(exam, exam.blobs.put(b"something else"))


def told(exam: Exam, tmp_path: Path) -> dict[str, tuple[bool, str]]:
    return {line.what: (line.ready, line.found) for line in checklist(exam, tmp_path / "new")}


def test_the_checklist_tells_what_the_machine_has(exam: Exam, tmp_path: Path) -> None:
    lines = told(exam, tmp_path)

    assert list(lines) == ["TensorFlow", "Free disk", "Isolation", "Speed"]
    assert lines["Isolation"] == (True, "level 3 of 3")
    assert lines["Speed"][0]
    assert "a small training takes 0.0 s" in lines["Speed"][1]


def test_a_slow_machine_is_told_by_how_much(exam: Exam, fake: FakeSandbox, tmp_path: Path) -> None:
    fake._answer = Outcome(phases={"run": 4e3 * checklists.MEASURED_SECONDS})

    ready, found = told(exam, tmp_path)["Speed"]

    assert not ready
    assert "4.0 times" in found


def test_a_trial_that_fails_is_told(exam: Exam, fake: FakeSandbox, tmp_path: Path) -> None:
    fake._answer = Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER, detail="no TensorFlow")

    ready, found = told(exam, tmp_path)["Speed"]

    assert not ready
    assert "no TensorFlow" in found


def test_weak_isolation_is_told_before_the_clock_starts(
    exam: Exam, fake: FakeSandbox, tmp_path: Path
) -> None:
    fake._isolation = Isolation(level=1)

    assert told(exam, tmp_path)["Isolation"] == (False, "level 1 of 3")

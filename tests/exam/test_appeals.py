"""A mark can be appealed against, looked at again, and given anew without running a program."""

import io
import json
import os
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from moved_clocks import Begin
from small_questions import answer

from etude.app.exam.appeal import appeal
from etude.app.exam.exam import Exam
from etude.app.exam.mark import mark_waiting
from etude.app.exam.phases import NotRunning
from etude.app.exam.remark import remark
from etude.app.exam.replay import read_appeal, replay, uphold
from etude.app.exam.run import run
from etude.app.exam.settle import finish
from etude.app.exam.submit import submit
from etude.domain.outcome import Fault, Outcome, Reason
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting, SittingDeed
from etude.domain.task import Task
from etude.exams.state import state_of
from etude.sandbox.fake import FakeSandbox

WHY = "My model is right: see /the/plot"
SYSTEM = Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER, detail="the worker is gone")


@pytest.fixture
def over(exam: Exam, sitting: Sitting) -> Sitting:
    """A sitting that is over: question 1 was run and handed in, and got 3."""
    (folder,) = Path(sitting.workspace).glob("1_*")
    (program,) = folder.glob("*.py")
    program.write_text("# writes 3\n")
    run(exam, sitting, 1)
    submit(exam, sitting, 1)
    mark_waiting(exam, sitting)
    finish(exam, sitting)
    return sitting


def members(path: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def marks(exam: Exam, sitting: Sitting) -> list[int]:
    """Of the submission of question 1: the first mark, and those after it."""
    state = state_of(sitting, exam.store.sitting_events(sitting.id), now=exam.read_clocks())
    return [marked.mark for marked in state.questions[1].submissions[0].marks]


def events(exam: Exam, sitting: Sitting, deed: SittingDeed) -> list[Any]:
    return [event for event in exam.store.sitting_events(sitting.id) if event.deed is deed]


def test_an_appeal_holds_what_an_author_needs(exam: Exam, over: Sitting) -> None:
    made = appeal(exam, over, 1, WHY)

    found = members(made.path)
    record = json.loads(found["appeal.json"])
    assert made.mark == 3
    assert sorted(found) == [
        "README.md",
        "appeal.json",
        "facts.json",
        "handed_in/model.keras",
        f"program/{record['program']}",
        "report.json",
    ]
    assert found["handed_in/model.keras"] == b"3"
    assert record["why"] == WHY
    assert record["marked"]["verdicts"][1]["points"] == 2


def test_a_full_mark_is_not_appealed_against(exam: Exam, sitting: Sitting) -> None:
    (Path(sitting.workspace) / "1_regression" / "model.keras").write_text("5")
    finish(exam, sitting)
    mark_waiting(exam, sitting)

    with pytest.raises(Problem, match="has the full mark"):
        appeal(exam, sitting, 1, WHY)

    assert events(exam, sitting, SittingDeed.APPEALED) == []


def test_an_appeal_gives_away_neither_hidden_data_nor_answers(exam: Exam, over: Sitting) -> None:
    found = members(appeal(exam, over, 1, WHY).path)

    names = " ".join(found)
    assert not any(word in names for word in (".npz", "solution", "checks", "levels"))


def test_no_folder_of_the_machine_stands_in_an_appeal(
    exam: Exam, over: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = over.workspace
    for path, text in members(appeal(exam, over, 1, f"{WHY} in {workspace}").path).items():
        for place in (workspace, os.path.realpath(workspace), str(Path.home())):
            assert len(place) < 2 or place.encode() not in text, path


def test_the_same_appeal_is_the_same_file(exam: Exam, over: Sitting) -> None:
    first = appeal(exam, over, 1, WHY).path.read_bytes()

    assert appeal(exam, over, 1, WHY).path.read_bytes() == first


def test_an_appeal_is_written_down_and_its_bytes_are_kept(exam: Exam, over: Sitting) -> None:
    made = appeal(exam, over, 1, WHY)

    (event,) = events(exam, over, SittingDeed.APPEALED)
    assert (event.question, event.detail["why"]) == (1, WHY)
    assert exam.blobs.get(event.detail["bundle"]) == made.path.read_bytes()


def test_nothing_is_appealed_against_before_the_end(exam: Exam, sitting: Sitting) -> None:
    with pytest.raises(NotRunning):
        appeal(exam, sitting, 1, WHY)


def test_nothing_that_was_not_handed_in_is_appealed_against(exam: Exam, over: Sitting) -> None:
    with pytest.raises(Problem, match="Nothing was handed in for question 2"):
        appeal(exam, over, 2, WHY)


def test_an_appeal_says_why(exam: Exam, over: Sitting) -> None:
    with pytest.raises(Problem, match="Say why"):
        appeal(exam, over, 1, "  ")


def test_a_replay_marks_what_was_handed_in_and_runs_no_program(exam: Exam, over: Sitting) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)
    sandbox = FakeSandbox(answer)

    replayed = replay(made, sandbox, exam.questions)

    assert (replayed.then.mark, replayed.now.mark, replayed.stands) == (3, 3, True)
    assert all(not msgspec.json.decode(job.task, type=Task).program for job in sandbox.jobs)


def test_a_replay_meets_the_rows_of_the_sitting(exam: Exam, over: Sitting) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)
    again = FakeSandbox(answer)

    replay(made, again, exam.questions)

    fake = exam.sandbox()
    assert isinstance(fake, FakeSandbox)
    asked = [job.files for job in fake.jobs if "auto_mpg_hidden_inputs.npz" in job.files]
    assert (
        again.jobs[0].files["auto_mpg_hidden_inputs.npz"]
        == (asked[0]["auto_mpg_hidden_inputs.npz"])
    )


def test_a_replay_after_the_question_was_mended_tells_both_marks(exam: Exam, over: Sitting) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)
    checks = exam.questions[made.record.question].folder / "checks.py"
    checks.write_text(checks.read_text().replace('int(facts["text"]) - 1', "4"))

    replayed = replay(made, FakeSandbox(answer), exam.questions)

    assert (replayed.then.mark, replayed.now.mark, replayed.stands) == (3, 5, False)


def test_a_replay_that_could_not_run_says_nothing_against_the_mark(
    exam: Exam, over: Sitting
) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)

    replayed = replay(made, FakeSandbox(SYSTEM), exam.questions)

    assert replayed.now.waits
    assert not replayed.stands


def test_an_appeal_about_a_question_that_is_not_here_says_so(exam: Exam, over: Sitting) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)

    with pytest.raises(Problem, match="is not installed here"):
        replay(made, FakeSandbox(answer), {})


def test_an_upheld_program_becomes_an_accepted_answer(exam: Exam, over: Sitting) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)

    path = uphold(made, exam.questions, "by_hand")

    assert path.read_text() == "# writes 3\n"
    assert path.parent == exam.questions[made.record.question].folder / "accepted"


@pytest.mark.parametrize(("name", "words"), [("../solution", "small letters"), ("", "small")])
def test_an_accepted_answer_has_a_name_of_its_own(
    exam: Exam, over: Sitting, name: str, words: str
) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)

    with pytest.raises(Problem, match=words):
        uphold(made, exam.questions, name)


def test_an_accepted_answer_is_never_overwritten(exam: Exam, over: Sitting) -> None:
    made = read_appeal(appeal(exam, over, 1, WHY).path)
    uphold(made, exam.questions, "by_hand")

    with pytest.raises(Problem, match="there already"):
        uphold(made, exam.questions, "by_hand")


@pytest.mark.parametrize("content", [b"", b"text"])
def test_what_is_no_appeal_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "appeal.zip"
    path.write_bytes(content)

    with pytest.raises(Problem, match="This is no appeal"):
        read_appeal(path)


def test_a_sitting_that_is_marked_again_keeps_the_old_mark_beside_the_new(
    exam: Exam, over: Sitting
) -> None:
    question = over.paper.items[0].question
    checks = exam.questions[question].folder / "checks.py"
    checks.write_text(checks.read_text().replace('int(facts["text"]) - 1', "3"))
    fake = exam.sandbox()
    assert isinstance(fake, FakeSandbox)
    fake.jobs.clear()

    (found,) = remark(exam, over)

    assert (found.question, found.then.mark, found.now.mark) == (1, 3, 4)
    assert marks(exam, over) == [3, 4]
    assert len(events(exam, over, SittingDeed.REMARKED)) == 1
    assert all(not msgspec.json.decode(job.task, type=Task).program for job in fake.jobs)


def test_the_same_file_marked_again_gets_the_same_mark(exam: Exam, over: Sitting) -> None:
    (found,) = remark(exam, over)

    assert found.now.verdicts == found.then.verdicts
    assert marks(exam, over) == [3, 3]


def test_what_could_not_be_marked_again_keeps_its_mark(
    exam: Exam, over: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = exam.sandbox()
    assert isinstance(fake, FakeSandbox)
    monkeypatch.setattr(fake, "_answer", SYSTEM)

    (found,) = remark(exam, over)

    assert found.now.waits
    assert marks(exam, over) == [3]


def test_a_sitting_that_goes_on_is_not_marked_again(exam: Exam, begun: Begin) -> None:
    with pytest.raises(NotRunning):
        list(remark(exam, begun()))

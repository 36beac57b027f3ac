"""A sitting from its start to its end, with clocks that the test moves."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from moved_clocks import Begin, Clocks
from small_questions import STARTER

from etude.app.exam.exam import Exam
from etude.app.exam.look import current_sitting, enter, look, note_time
from etude.app.exam.mark import mark_waiting
from etude.app.exam.pause import pause, resume
from etude.app.exam.queue import queue_exercises
from etude.app.exam.run import run
from etude.app.exam.save import save
from etude.app.exam.settle import finish
from etude.app.exam.submit import submit
from etude.app.workspace import find_workspace
from etude.domain.outcome import Fault, Outcome, Reason
from etude.domain.problem import Problem
from etude.domain.sitting import Sitting
from etude.exams.state import Phase
from etude.sandbox.fake import FakeSandbox
from etude.store.memory import MemoryStore


def folder_of(sitting: Sitting, number: int) -> Path:
    item = sitting.paper.items[number - 1]
    return Path(sitting.workspace) / f"{number}_{item.topic}"


def program_of(sitting: Sitting, number: int) -> Path:
    item = sitting.paper.items[number - 1]
    return folder_of(sitting, number) / f"{item.question.partition('/')[2]}.py"


def write_model(sitting: Sitting, number: int, text: str) -> Path:
    path = folder_of(sitting, number) / "model.keras"
    path.write_text(text)
    return path


def handed_in(exam: Exam, sitting: Sitting, number: int) -> list[bytes]:
    """The models that were submitted, in order."""
    submissions = look(exam, sitting).questions[number].submissions
    return [exam.blobs.get(handed.snapshot.files["model.keras"]) for handed in submissions]


def test_each_question_has_a_folder_with_statement_starter_and_data(sitting: Sitting) -> None:
    for number in (1, 2, 3):
        folder = folder_of(sitting, number)

        assert program_of(sitting, number).read_text() == STARTER
        assert (folder / "README.md").is_file()
        assert any((folder / "data" / "sunspots").iterdir())


def test_nothing_that_gives_a_question_away_gets_into_the_workspace(sitting: Sitting) -> None:
    names = {path.name for path in Path(sitting.workspace).rglob("*")}

    assert not names & {"solution.py", "checks.py", "levels", "auto_mpg.npz"}
    assert not any(name.endswith(".npz") for name in names)


def test_nobody_practises_in_the_workspace_of_a_sitting(sitting: Sitting) -> None:
    with pytest.raises(Problem, match="belongs to an exam"):
        find_workspace(folder_of(sitting, 1))


def test_a_second_sitting_cannot_begin_before_the_first_is_finished(
    exam: Exam, sitting: Sitting, begun: Begin
) -> None:
    with pytest.raises(Problem, match="You are sitting"):
        begun(name="second")

    finish(exam, sitting)

    assert begun(name="second").id == "id-second"


def test_two_sittings_share_no_question_while_there_are_others(
    exam: Exam, sitting: Sitting, begun: Begin
) -> None:
    finish(exam, sitting)
    second = begun(name="second", seed=1)

    of_regression = {one.paper.items[0].question for one in (sitting, second)}
    assert of_regression == {"regression/fuel", "regression/co2"}


def test_a_start_that_was_killed_can_be_done_again(
    exam: Exam, begun: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr(MemoryStore, "add_sitting", lambda *_: (_ for _ in ()).throw(OSError()))
        with pytest.raises(OSError):
            begun()

    assert look(exam, begun()).phase is Phase.RUNNING


def test_a_folder_of_somebody_else_is_left_alone(exam: Exam, begun: Begin, tmp_path: Path) -> None:
    (tmp_path / "sitting").mkdir()
    (tmp_path / "sitting" / "thesis.txt").write_text("mine")

    with pytest.raises(Problem, match="holds files that are not étude's"):
        begun()

    assert list(exam.store.sittings("ann")) == []


def test_a_changed_file_is_kept_once_for_each_change(exam: Exam, sitting: Sitting) -> None:
    program_of(sitting, 2).write_text("x = 1\n")

    kept = [save(exam, sitting), save(exam, sitting)]

    question = look(exam, sitting).questions[2]
    assert kept == [[2], []]
    assert exam.blobs.get(question.files[program_of(sitting, 2).name]) == b"x = 1\n"


def test_what_is_submitted_is_kept_and_then_marked(exam: Exam, sitting: Sitting) -> None:
    write_model(sitting, 1, "4")

    submitted = submit(exam, sitting, 1)

    assert submitted.count == 1
    assert handed_in(exam, sitting, 1) == [b"4"]
    (marked,) = mark_waiting(exam, sitting)
    assert (marked.question, marked.submission, marked.marked.mark) == (
        1,
        submitted.event.number,
        4,
    )
    assert look(exam, sitting).questions[1].mark == 4


def test_the_contract_is_told_first(exam: Exam, sitting: Sitting) -> None:
    write_model(sitting, 1, "broken")
    submit(exam, sitting, 1)
    told: list[tuple[int, str]] = []

    (now,) = mark_waiting(
        exam, sitting, on_contract=lambda number, told_: told.append((number, told_[0].received))
    )

    assert told == [(1, "float32 (n, 7)")]
    assert (now.marked.contract_broken, now.marked.mark) == (True, 0)


def test_submitting_again_never_hurts(exam: Exam, sitting: Sitting) -> None:
    for text in ("5", "2"):
        write_model(sitting, 1, text)
        submit(exam, sitting, 1)
    mark_waiting(exam, sitting)

    assert look(exam, sitting).questions[1].mark == 5


def test_the_same_file_gets_the_same_mark_and_no_submission_is_marked_twice(
    exam: Exam, sitting: Sitting
) -> None:
    write_model(sitting, 1, "3")
    submit(exam, sitting, 1)
    submit(exam, sitting, 1)

    marks = [now.marked.mark for now in mark_waiting(exam, sitting)]

    assert marks == [3, 3]
    assert list(mark_waiting(exam, sitting)) == []


def test_a_fault_of_ours_leaves_the_submission_waiting(
    exam: Exam, sitting: Sitting, fake: FakeSandbox
) -> None:
    write_model(sitting, 1, "4")
    submit(exam, sitting, 1)
    right, fake._answer = fake._answer, Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER)

    (failed,) = mark_waiting(exam, sitting)

    assert failed.marked.waits
    fake._answer = right
    assert [now.marked.mark for now in mark_waiting(exam, sitting)] == [4]


def test_nothing_to_hand_in_is_told_with_what_to_do(exam: Exam, sitting: Sitting) -> None:
    with pytest.raises(Problem, match=r"file model.keras in .*and there is none"):
        submit(exam, sitting, 2)


def test_a_file_that_is_too_large_is_told(exam: Exam, sitting: Sitting) -> None:
    write_model(sitting, 1, "x" * 5000)

    with pytest.raises(Problem, match=r"5,000 bytes, and at most 4,096 can be handed in"):
        submit(exam, sitting, 1)


def test_a_question_that_the_paper_does_not_have_is_told(exam: Exam, sitting: Sitting) -> None:
    with pytest.raises(Problem, match="questions 1 to 3"):
        submit(exam, sitting, 4)


def test_a_run_writes_the_model_into_the_workspace_and_is_remembered(
    exam: Exam, sitting: Sitting
) -> None:
    program_of(sitting, 1).write_text("# writes 4\n")

    ran = run(exam, sitting, 1)

    assert (ran.written, ran.report.output) == (["model.keras"], "trained\n")
    assert (folder_of(sitting, 1) / "model.keras").read_text() == "4"
    question = look(exam, sitting).questions[1]
    assert [event.files for event in question.runs] == [
        {program_of(sitting, 1).name: question.files[program_of(sitting, 1).name]}
    ]
    assert "model.keras" in question.files


def test_a_run_sees_public_data_and_no_hidden_file(
    exam: Exam, sitting: Sitting, fake: FakeSandbox
) -> None:
    program_of(sitting, 1).write_text("# writes 4\n")

    run(exam, sitting, 1)

    (job,) = fake.jobs
    assert set(job.files) == {program_of(sitting, 1).name}
    assert set(job.links) == {"data/sunspots"}


def test_a_program_that_python_cannot_read_is_told_and_not_run(
    exam: Exam, sitting: Sitting, fake: FakeSandbox
) -> None:
    program_of(sitting, 1).write_text("def (:\n")

    ran = run(exam, sitting, 1)

    assert ran.report.error is not None
    assert ran.report.error.type == "SyntaxError"
    assert fake.jobs == []


def test_when_time_is_up_what_is_there_is_submitted_by_whoever_looks(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    write_model(sitting, 1, "4")
    write_model(sitting, 2, "3")
    submit(exam, sitting, 2)
    clocks.pass_minutes(24 * 60)

    state = look(exam, sitting)

    assert (state.phase, state.finished_by) == (Phase.FINISHED, "time")
    assert [handed.by_time for handed in state.questions[1].submissions] == [True]
    assert [handed.by_time for handed in state.questions[2].submissions] == [False]
    assert not state.questions[3].submissions
    mark_waiting(exam, sitting)
    assert look(exam, sitting).questions[1].mark == 4


def test_what_is_changed_after_the_end_does_not_count(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    write_model(sitting, 1, "2")
    save(exam, sitting)
    clocks.wall -= timedelta(minutes=90)  # as if all that had been an hour and a half ago
    begun_earlier(exam, sitting, minutes=90)
    write_model(sitting, 1, "5")
    write_model(sitting, 3, "5")
    clocks.pass_minutes(90)

    state = look(exam, sitting)

    assert state.phase is Phase.FINISHED
    assert handed_in(exam, sitting, 1) == [b"2"]
    assert not state.questions[3].submissions


def begun_earlier(exam: Exam, sitting: Sitting, *, minutes: float) -> None:
    """Moves every event that is kept."""
    from dataclasses import replace

    assert isinstance(exam.store, MemoryStore)
    events = exam.store._events[sitting.id]
    for number, event in events.items():
        wall = event.reading.wall - timedelta(minutes=minutes)
        events[number] = replace(event, reading=replace(event.reading, wall=wall))


def test_an_old_date_on_a_late_file_is_not_believed(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    clocks.wall -= timedelta(minutes=90)
    begun_earlier(exam, sitting, minutes=90)
    late = write_model(sitting, 1, "5")
    os.utime(late, (0, 0))
    clocks.pass_minutes(90)

    assert not look(exam, sitting).questions[1].submissions


def test_a_model_that_was_removed_after_its_last_save_still_counts_at_the_end(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    model = write_model(sitting, 1, "4")
    save(exam, sitting)
    model.unlink()
    clocks.pass_minutes(61)

    look(exam, sitting)

    assert handed_in(exam, sitting, 1) == [b"4"]


def test_after_the_end_nothing_can_be_handed_in(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    clocks.pass_minutes(60)
    write_model(sitting, 1, "5")

    for deed in (submit, run):
        with pytest.raises(Problem, match="Time is up"):
            deed(exam, sitting, 1)

    assert list(save(exam, sitting)) == []


def test_setting_the_system_clock_back_gives_no_time_and_is_noted(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    clocks.wall -= timedelta(hours=3)
    clocks.pass_minutes(30)

    state = look(exam, sitting)

    assert state.remaining == pytest.approx(30 * 60)
    assert [note.seconds for note in state.notes] == [pytest.approx(-3 * 3600)]


def test_the_sitting_goes_on_over_a_restart_of_the_machine(
    exam: Exam, sitting: Sitting, clocks: Clocks
) -> None:
    clocks.pass_minutes(10)
    note_time(exam, sitting)
    clocks.pass_minutes(20)
    clocks.boot, clocks.monotonic = "two", 5.0

    state = look(exam, sitting)

    assert (state.phase, state.remaining) == (Phase.RUNNING, pytest.approx(30 * 60))


def test_finishing_submits_what_is_there_and_finishing_again_changes_nothing(
    exam: Exam, sitting: Sitting
) -> None:
    write_model(sitting, 1, "4")

    first, second = finish(exam, sitting), finish(exam, sitting)

    assert first == second
    assert first.finished_by == "candidate"
    assert handed_in(exam, sitting, 1) == [b"4"]


def test_a_review_queues_its_exercises_once_and_only_when_the_sitting_is_over(
    exam: Exam, sitting: Sitting
) -> None:
    before = queue_exercises(exam, sitting, ["images/pipeline"])
    finish(exam, sitting)
    after = [queue_exercises(exam, sitting, [name]) for name in ("models/cnn", "data/other")]

    assert (before, after) == (False, [True, False])
    assert look(exam, sitting).queued == ["models/cnn"]
    assert [event.exercise for event in exam.store.history("ann")] == ["models/cnn"]


def test_a_sitting_is_paused_only_where_that_was_settled(exam: Exam, sitting: Sitting) -> None:
    with pytest.raises(Problem, match="cannot be paused"):
        pause(exam, sitting)


def test_a_pause_stops_the_clock_and_submitting(exam: Exam, begun: Begin, clocks: Clocks) -> None:
    sitting = begun(pauses=True)
    write_model(sitting, 1, "4")
    clocks.pass_minutes(10)

    pause(exam, sitting)
    clocks.pass_minutes(500)

    with pytest.raises(Problem, match="is paused"):
        submit(exam, sitting, 1)
    assert resume(exam, sitting).remaining == pytest.approx(50 * 60)
    with pytest.raises(Problem, match="runs already"):
        resume(exam, sitting)
    assert submit(exam, sitting, 1).count == 1


def test_what_is_changed_in_a_pause_is_recorded_as_such(
    exam: Exam, begun: Begin, clocks: Clocks
) -> None:
    sitting = begun(pauses=True)
    pause(exam, sitting)
    program_of(sitting, 1).write_text("x = 1\n")
    resume(exam, sitting)

    details = [dict(event.detail) for event in exam.store.sitting_events(sitting.id)][1:]

    assert details == [{}, {"paused": True}, {}]


def test_the_sitting_that_is_meant_is_the_one_we_are_in(
    exam: Exam, sitting: Sitting, begun: Begin, tmp_path: Path
) -> None:
    finish(exam, sitting)
    second = begun(name="second")

    assert current_sitting(exam, folder_of(sitting, 1)).id == sitting.id
    assert current_sitting(exam, tmp_path).id == second.id


def test_without_any_sitting_the_message_says_how_to_begin(exam: Exam, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no exam yet"):
        current_sitting(exam, tmp_path)


def test_entering_keeps_what_is_there(exam: Exam, sitting: Sitting) -> None:
    program_of(sitting, 3).write_text("y = 2\n")

    assert len(enter(exam, sitting).questions[3].saves) == 1

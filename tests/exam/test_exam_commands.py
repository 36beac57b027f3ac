"""`etude exam` as a candidate types it."""

import io
import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from moved_clocks import Clocks
from small_questions import answer

from etude.app.exam import open_exam, reviewed
from etude.cli.main import run
from etude.domain.exercise import Exercise, Kind
from etude.domain.outcome import Fault, Outcome, Reason
from etude.sandbox.fake import FakeSandbox

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    questions: Path,
    clocks: Clocks,
    tmp_path: Path,
) -> Say:
    """``say("submit", "1")``: exit code, standard output, standard error of `etude exam ...`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(open_exam, "read_clocks", clocks)

    def type_it(*arguments: str, answers: Any = answer) -> tuple[int, str, str]:
        monkeypatch.setattr(open_exam, "user_sandbox", lambda places: FakeSandbox(answers))
        code = run(["exam", *arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return type_it


@pytest.fixture
def root(say: Say, tmp_path: Path) -> Path:
    """The workspace of a sitting that has begun."""
    code, _, err = say("start", "small", "--yes", "--seed", "5")
    assert (code, err) == (0, "")
    return tmp_path / "etude-small"


def record(said: tuple[int, str, str]) -> Any:
    return json.loads(said[1])


def put(root: Path, number: int, text: str) -> Path:
    (folder,) = root.glob(f"{number}_*")
    (folder / "model.keras").write_text(text)
    return folder


def test_the_exams_are_listed_with_what_they_ask_for(say: Say) -> None:
    code, out, _ = say("list")

    assert code == 0
    line, hint = out.splitlines()
    assert line == "small         A small exam: 3 questions, 1 h, passed at 70 of 100"
    assert "etude exam start small" in hint


def test_rules_and_checklist_come_before_the_clock(say: Say, tmp_path: Path) -> None:
    code, out, _ = say("start", "small", "--yes", "--minutes-extra", "30", "--pauses")

    assert code == 0
    order = ["You have 1 h 30 min, 30 of these", "TensorFlow:", "Isolation: level", "Speed:"]
    places = [out.index(words) for words in [*order, "The clock runs"]]
    assert places == sorted(places)
    assert "cd etude-small" in out


def test_without_a_yes_no_clock_starts(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))

    code, _, _ = say("start", "small")

    assert code == 130
    assert not (tmp_path / "etude-small").exists()
    assert record(say("list", "--json"))["sittings"] == []


@pytest.mark.parametrize("arguments", [(), ("smal",)])
def test_an_unknown_exam_is_told_with_those_there_are(say: Say, arguments: tuple[str, ...]) -> None:
    code, _, err = say("start", *arguments)

    assert code == 2
    assert "small" in err


def test_the_same_seed_lays_out_the_same_paper(say: Say, root: Path) -> None:
    first = sorted(path.name for path in root.rglob("*.py"))
    say("finish", "--yes")

    say("start", "small", str(root.parent / "again"), "--yes", "--seed", "5")

    again = sorted(path.name for path in (root.parent / "again").rglob("*.py"))
    assert len(again) == len(first) == 3
    assert not set(again) & set(first) - {"reviews.py", "tongues.py", "news.py"}


def test_a_program_is_run_and_what_it_wrote_is_handed_in(say: Say, root: Path) -> None:
    (program,) = root.glob("1_*/*.py")
    program.write_text("# writes 5\n")

    ran, out, _ = say("run", "1")
    submitted, told, _ = say("submit", "1")

    assert (ran, submitted) == (0, 0)
    assert "Written: 1_regression/model.keras" in out
    assert "Submitted question 1 (submission 1)." in told
    assert "5 of 5" in told


def test_a_program_that_was_saved_after_its_file_is_told_when_it_is_handed_in(
    say: Say, root: Path
) -> None:
    (program,) = root.glob("1_*/*.py")
    program.write_text("# writes 3\n")
    say("run", "1")
    before = say("submit", "1")[2]
    written = (program.parent / "model.keras").stat().st_mtime_ns

    program.write_text("# writes 5\n")
    os.utime(program, ns=(written + 10**9, written + 10**9))
    code, out, err = say("submit", "1")

    assert before == ""
    assert (code, "3 of 5" in out) == (1, True)
    assert "etude exam run 1" in err


def test_a_file_that_a_program_does_not_write_is_told_as_missing(say: Say, root: Path) -> None:
    code, out, _ = say("run", "1")

    assert code == 1
    assert "model.keras was not written." in out


def test_questions_are_called_as_they_are_in_their_variant(say: Say, root: Path) -> None:
    (statement,) = root.glob("1_*/README.md")
    (variants,) = root.parent.glob(f"questions/*/{next(statement.parent.glob('*.py')).stem}")
    (variants / "variants.py").write_text(
        "def variant(rng):\n    return {'The question': 'The other question'}\n"
    )

    assert "The other question" in say("status")[1]


def test_what_finishing_does_is_said_before_it_is_done(
    say: Say, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))

    _, out, _ = say("finish")

    assert "was not submitted is submitted now" in out
    assert "so far" not in out


def test_a_mark_is_told_and_while_the_sitting_lasts_no_more(say: Say, root: Path) -> None:
    put(root, 1, "3")

    code, out, _ = say("submit", "1")

    assert code == 1
    assert "3 of 5" in out
    assert "error of at most" not in out


def test_a_broken_contract_is_told_with_expected_and_received(say: Say, root: Path) -> None:
    put(root, 1, "broken")

    code, out, _ = say("submit", "1")

    assert code == 1
    assert "the file is not as agreed" in out
    assert out.index("float32 (n, 1)") < out.index("float32 (n, 7)") < out.index("0 of 5")
    assert out.count("float32 (n, 7)") == 1


def test_submit_as_json_holds_the_mark_and_nothing_else(say: Say, root: Path) -> None:
    put(root, 2, "4")

    told = record(say("submit", "2", "--json"))

    assert (told["question"], told["submission"], told["mark"]) == (2, 1, 4)
    assert told["verdicts"] == []


def test_when_nothing_can_be_marked_the_submission_is_kept_and_marked_later(
    say: Say, root: Path
) -> None:
    put(root, 1, "4")
    broken = Outcome(fault=Fault.SYSTEM, reason=Reason.WORKER, detail="no worker")

    code, out, err = say("submit", "1", answers=broken)

    assert code == 3
    assert "Submitted question 1" in out
    assert "is kept, and waits for its mark" in err
    later = record(say("status", "--json"))
    assert [question["mark"] for question in later["questions"]] == [4, None, None]


def test_the_status_shows_clock_and_marks(say: Say, root: Path, clocks: Clocks) -> None:
    put(root, 1, "5")
    say("submit", "1")
    clocks.pass_minutes(14)

    code, out, _ = say("status")

    assert code == 0
    assert "0:46:00 left" in out
    assert "5/5" in out
    assert "40 of 100 so far; 70 pass" in out


def test_the_status_says_what_the_clocks_did(say: Say, root: Path, clocks: Clocks) -> None:
    clocks.wall -= timedelta(hours=2)

    told = record(say("status", "--json"))

    assert [note["news"] for note in told["clock"]] == ["changed"]
    assert "set back by 2:00:00; this did not count" in say("status")[1]


def test_every_command_keeps_what_lies_in_the_workspace(say: Say, root: Path) -> None:
    put(root, 3, "2")

    told = record(say("status", "--json"))

    assert [question["saves"] for question in told["questions"]] == [0, 0, 1]


def test_time_up_is_told_and_what_was_there_is_marked(say: Say, root: Path, clocks: Clocks) -> None:
    put(root, 1, "5")
    clocks.pass_minutes(600)

    code, _, err = say("submit", "1")
    told = record(say("status", "--json"))

    assert code == 3
    assert "Time is up" in err
    assert (told["phase"], told["finished_by"], told["total"]) == ("finished", "time", 40)
    assert told["questions"][0]["submissions"][0]["by_time"]


def test_a_sitting_is_passed_by_its_total(say: Say, root: Path) -> None:
    for number, text in ((1, "5"), (2, "4"), (3, "3")):
        put(root, number, text)

    code, out, _ = say("finish", "--yes")

    assert code == 0
    assert "82 of 100" in out
    assert "etude exam review" in out


def test_a_sitting_that_is_not_passed_ends_with_another_code(say: Say, root: Path) -> None:
    assert say("finish", "--yes")[0] == 1
    assert say("review")[0] == 1


def test_a_pause_needs_to_have_been_settled(say: Say, root: Path) -> None:
    code, _, err = say("pause")

    assert code == 3
    assert "etude exam start --pauses" in err


def test_pause_and_resume_stop_the_clock_meanwhile(
    say: Say, tmp_path: Path, clocks: Clocks
) -> None:
    say("start", "small", "--yes", "--pauses")
    say("pause")
    clocks.pass_minutes(120)

    assert "Paused, with 1:00:00 left" in say("status")[1]
    assert "1:00:00 left" in say("resume")[1]


def test_reasons_are_told_when_it_is_over_and_not_before(say: Say, root: Path) -> None:
    (program,) = root.glob("2_*/*.py")
    program.write_text("# writes 3\n")
    say("run", "2")
    say("submit", "2")

    before, _, err = say("review")
    say("finish", "--yes")
    after, out, _ = say("review")

    assert (before, after) == (3, 1)
    assert "etude exam finish" in err
    assert "an error of at most 3" in out
    assert "nothing was handed in" in out.lower()


def test_the_review_runs_programs_again_only_when_it_is_asked_to(say: Say, root: Path) -> None:
    folder = put(root, 2, "3")
    (program,) = folder.glob("*.py")
    program.write_text("# writes 3\n")
    say("finish", "--yes")

    outputs = [
        record(say("review", *options, "--json"))["questions"][1]["report"]["output"]
        for options in ((), ("--run",), ())
    ]

    assert outputs == ["", "trained\n", "trained\n"]


def test_the_review_is_written_as_a_page(say: Say, root: Path) -> None:
    put(root, 1, "4")
    say("finish", "--yes")

    code, out, _ = say("review", "--html", "review.html")

    assert code == 1
    assert "The report is in review.html" in out
    assert "A small exam" in (root.parent / "review.html").read_text()


def test_the_review_queues_exercises_for_the_next_days(
    say: Say, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Exercise(
        id="models/first", title="First", summary="", skills=("model-1",), kind=Kind.BUILD,
        level=1, minutes=5, folder=root,
    )  # fmt: skip
    monkeypatch.setattr(reviewed, "exercises", lambda: {one.id: one})
    say("finish", "--yes")

    first, again = say("review")[1], say("review")[1]

    assert "These exercises are queued: etude next brings them" in first
    assert "are queued" not in again


def test_a_passed_sitting_gets_a_credential_that_can_be_verified(
    say: Say, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in (1, 2, 3):
        put(root, number, "5")
    say("finish", "--yes")

    code, out, _ = say("credential", "--name", "Ann Example")

    files = [Path(line) for line in out.splitlines()]
    assert code == 0
    assert {file.suffix for file in files} == {".jwt", ".json", ".svg", ".png"}
    for file in files:
        assert run(["credential", "verify", str(file)]) == 0
    assert "Ann Example" in capsys.readouterr().out


def test_a_sitting_that_was_not_passed_gets_none(say: Say, root: Path) -> None:
    before = say("credential")
    say("finish", "--yes")
    after = say("credential")

    assert (before[0], after[0]) == (3, 1)
    assert "not over" in before[2]
    assert "0 of 100, and 70 pass" in after[2]


def test_without_a_sitting_the_commands_say_how_to_begin(say: Say) -> None:
    for command in ("status", "finish", "review", "pause", "resume"):
        code, _, err = say(command)

        assert code == 3
        assert "etude exam list" in err


def test_practice_commands_in_the_folder_of_an_exam_say_where_one_is(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)

    for command in ("check", "next", "start"):
        assert run([command]) == 3
        assert "belongs to an exam" in capsys.readouterr().err

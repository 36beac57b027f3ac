"""The commands, each as a learner types it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from small_exercise import FILE, ID, SOLUTION, STARTER, answer, ended

from etude.app import open_practice
from etude.app.places import find_places
from etude.app.workspace import Workspace
from etude.catalog import exercises as catalog
from etude.cli.main import run
from etude.domain import left_out
from etude.domain.outcome import Fault, Reason
from etude.domain.profile import PipelineProfile, StageCost
from etude.sandbox.fake import FakeSandbox
from etude.sandbox.port import SandboxUnavailable

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def say(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fake: FakeSandbox
) -> Say:
    """``say("check", ...)`` in a given folder: exit code, standard output, standard error."""

    def type_it(*arguments: str, cwd: Path | None = None, sandbox: Any = fake) -> Any:
        monkeypatch.setattr(open_practice, "user_sandbox", lambda places: sandbox)
        if cwd is not None:
            monkeypatch.chdir(cwd)
        code = run(arguments)
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return type_it


@pytest.fixture
def here(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The workspace, entered."""
    monkeypatch.chdir(workspace.root)
    return workspace.root


def test_start_makes_a_workspace_and_says_where_to_go(
    say: Say, tmp_path: Path, collection: Path
) -> None:
    code, out, _ = say("start", cwd=tmp_path)

    assert code == 0
    assert "cd etude-practice" in out
    assert (tmp_path / "etude-practice" / FILE).read_text() == STARTER


def test_start_inside_a_workspace_brings_it_up_to_date(say: Say, here: Path) -> None:
    code, out, _ = say("start", cwd=here / ID)

    assert (code, "up to date" in out) == (0, True)
    assert not (here / ID / "etude-practice").exists()


def test_check_passes_a_right_answer(say: Say, here: Path) -> None:
    code, out, err = say("check", ID)

    assert (code, err) == (0, "")
    assert "Passed: all 4 points." in out


def test_check_fails_a_wrong_answer_and_says_why(say: Say, here: Path) -> None:
    code, out, _ = say("check", sandbox=FakeSandbox(answer(right=False)))

    assert code == 1
    assert "values between 0 and 255" in out
    assert f"{FILE}:6" in out


def test_check_takes_a_file_and_shows_paths_from_the_current_folder(say: Say, here: Path) -> None:
    wrong = FakeSandbox(answer(right=False))

    code, out, _ = say("check", "scaled_pixels.py", cwd=here / ID, sandbox=wrong)

    assert code == 1
    assert "  scaled_pixels.py:6" in out


def test_check_prints_json_and_nothing_else(say: Say, here: Path) -> None:
    code, out, err = say("check", "--json")

    record = json.loads(out)
    assert (code, err, record["passed"], record["stored"]) == (0, "", True, True)


def test_check_measures_the_input_pipeline_when_asked(say: Say, here: Path) -> None:
    stage = StageCost(op="map", line=6, seconds=2e-3, share=1.0)
    profile = PipelineProfile(line=6, stages=[stage], examples_per_second=500.0)
    told = {"kind": "profile"} | asdict(profile)
    profiled = replace(answer(), frames=[*answer().frames, told])

    _, out, _ = say("check", "--profile", sandbox=FakeSandbox(profiled))
    _, printed, _ = say("check", "--profile", "--json", sandbox=FakeSandbox(profiled))

    assert "Input pipeline: 500 examples/s" in out
    assert json.loads(printed)["profile"]["stages"][0]["op"] == "map"


def test_check_says_when_there_was_no_pipeline_to_measure(say: Say, here: Path) -> None:
    _, out, _ = say("check", "--profile")

    assert "The input pipeline was not measured" in out


@pytest.mark.parametrize(
    ("fault", "reason", "code"),
    [
        (Fault.LEARNER, Reason.TIMEOUT, 1),
        (Fault.SYSTEM, Reason.WORKER, 3),
        (Fault.EXERCISE, Reason.PROBE, 3),
    ],
)
def test_the_exit_code_says_whose_fault_it_was(
    say: Say, here: Path, fault: Fault, reason: Reason, code: int
) -> None:
    assert say("check", sandbox=FakeSandbox(ended(fault, reason, "why")))[0] == code


def test_hints_come_one_after_the_other(say: Say, here: Path) -> None:
    texts = [say("hint")[1] for _ in range(4)]

    for text, number in zip(texts, (1, 2, 3, 3), strict=True):
        assert f"Hint {number} of 3" in text
    assert "etude solution" in texts[-1]


def test_a_hint_can_be_shown_again(say: Say, here: Path) -> None:
    say("hint")

    assert "Hint 1 of 3" in say("hint", "--number", "1")[1]
    assert json.loads(say("hint", "--json")[1])["number"] == 2


def test_next_shows_the_statement_until_everything_is_passed(say: Say, here: Path) -> None:
    before = say("next")
    say("check", ID)
    after = say("next")

    assert before[0] == after[0] == 0
    assert "values are scaled" in before[1]
    assert f"Edit {FILE}" in before[1]
    assert "every exercise" in after[1]
    assert json.loads(say("next", "--json")[1])["exercise"] is None


def test_next_says_why_and_tells_when_there_is_nothing_to_do(say: Say, here: Path) -> None:
    first = say("next")[1]
    say("check", sandbox=FakeSandbox(answer(right=False)))
    begun = json.loads(say("next", "--json")[1])
    say("check")
    after = say("next")[1]

    assert "what is new in it: image-2 (pictures from class" in " ".join(first.split())
    assert "Read about it: etude explain image-2" in first
    assert (begun["occasion"], begun["seed"]) == ("begun", 0)
    assert begun["reason"] == "You began it just now and tried it once: finish it first."
    assert "The next review is due on " in after


def test_status_shows_the_skills_and_what_is_due(say: Say, here: Path) -> None:
    say("check")

    shown = say("status")[1]
    record = json.loads(say("status", "--json")[1])

    (practised,) = [row for row in record["skills"] if row["exercises"]]
    assert (practised["skill"], practised["mastery"]) == ("image-2", 0.5)
    assert record["due"] == {}
    assert "image-2  ━━━━━───── pictures from class folders" in shown
    assert "No review is due." in shown


def test_status_tells_how_far_one_has_come(say: Say, here: Path) -> None:
    say("check", sandbox=FakeSandbox(answer(right=False)))
    before = say("status")[1]
    say("check")

    (row,) = json.loads(say("status", "--json")[1])["exercises"]

    assert "1/4 points, 1 attempt" in before
    assert "0 of 1 exercises passed" in before
    assert (row["passed"], row["attempts"], row["points"]) == (True, 2, 4)


def test_list_can_be_filtered(say: Say, collection: Path) -> None:
    assert ID in say("list")[1]
    assert ID in say("list", "--skill", "image-2", "--kind", "build", "--level", "1")[1]
    assert ID not in say("list", "--skill", "text-1")[1]
    code, _, err = say("list", "--skill", "text-11")
    assert (code, "Did you mean text-1" in err) == (2, True)
    assert json.loads(say("list", "--json")[1])[0]["id"] == ID


def test_the_solution_is_shown_after_passing(say: Say, here: Path) -> None:
    say("check")

    code, out, _ = say("solution")

    assert (code, out) == (0, SOLUTION)


def test_before_that_it_has_to_be_asked_for_twice(
    say: Say, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, out, err = say("solution")
    forced = say("solution", "--yes")

    assert (code, out) == (1, "")
    assert f"etude solution {ID} --yes" in err
    assert forced == (0, SOLUTION, "")
    assert json.loads(say("status", "--json")[1])["exercises"][0]["solution_seen"]


def test_reset_puts_the_starter_back_and_tells_where_the_file_is_kept(say: Say, here: Path) -> None:
    (here / FILE).write_text("mine = 1\n")

    code, out, _ = say("reset", ID)

    kept = Path(out.rpartition("kept: ")[2].strip())
    assert code == 0
    assert kept.read_text() == "mine = 1\n"
    assert (here / FILE).read_text() == STARTER


def test_explain_shows_the_page_of_a_diagnosis(say: Say) -> None:
    code, out, _ = say("explain", "pixels_not_scaled_by_convert")

    assert code == 0
    assert "Why it hurts" in out


def test_explain_shows_the_guide_page_of_a_skill(say: Say) -> None:
    code, out, _ = say("explain", "image-2")

    assert code == 0
    assert "The smallest correct example" in out
    assert "pixels_not_scaled_by_convert" in out
    assert "images/pipeline_from_folder" in out


def test_an_unknown_skill_suggests_near_ones(say: Say) -> None:
    code, _, err = say("explain", "image-22")

    assert code == 2
    assert "There is no diagnosis or skill 'image-22'. Did you mean image-2" in err


def test_an_unknown_diagnosis_suggests_near_ones(say: Say) -> None:
    code, _, err = say("explain", "pixel_not_scaled_by_convert")

    assert code == 2
    assert "Did you mean pixels_not_scaled_by_convert" in err
    assert "Usage" not in err
    assert err.count("\n") == 1


def test_an_unknown_exercise_suggests_near_ones(say: Say, here: Path) -> None:
    code, out, err = say("check", "imges/scaled_pixel")

    assert (code, out) == (2, "")
    assert f"Did you mean {ID}?" in err


def test_an_unknown_command_suggests_a_near_one(say: Say) -> None:
    code, _, err = say("chek")

    assert code == 2
    assert "Did you mean check?" in err


@pytest.mark.parametrize("command", ["check", "next", "status", "hint", "solution"])
def test_outside_a_workspace_every_command_says_how_to_make_one(
    say: Say, tmp_path: Path, collection: Path, command: str
) -> None:
    code, _, err = say(command, cwd=tmp_path)

    assert code == 3
    assert "etude start" in err


def test_a_sandbox_that_cannot_be_had_is_told_in_its_own_words(
    say: Say, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Unavailable(FakeSandbox):
        def run(self, *_: Any, **__: Any) -> Any:
            raise SandboxUnavailable("no sandbox; install one")

    code, out, err = say("check", sandbox=Unavailable(answer()))

    assert (code, out, err) == (3, "", "no sandbox; install one\n")


def test_a_broken_exercise_is_not_the_learners_fault(
    say: Say, here: Path, collection: Path
) -> None:
    (collection / ID / "checks.py").write_text("CHECKS = [nonsense]\n")

    code, _, err = say("check")

    assert code == 3
    assert "your file is not to blame" in err
    assert "checks.py" in err


def test_an_error_of_ours_is_one_sentence_and_a_log(say: Say, here: Path) -> None:
    class Broken(FakeSandbox):
        def run(self, *_: Any, **__: Any) -> Any:
            raise RuntimeError("a bug")

    code, out, err = say("check", sandbox=Broken(answer()))

    log = find_places().log / "etude.log"
    assert (code, out) == (70, "")
    assert err.count("\n") == 1
    assert "This is not your fault" in err
    assert str(log) in err
    assert "Traceback" not in err
    assert "Traceback" in log.read_text()


def test_ctrl_c_ends_cleanly(say: Say, here: Path) -> None:
    class Interrupted(FakeSandbox):
        def run(self, *_: Any, **__: Any) -> Any:
            raise KeyboardInterrupt

    code, _, err = say("check", sandbox=Interrupted(answer()))

    assert code == 130
    assert "Traceback" not in err


def test_output_into_a_closed_pipe_is_no_error(collection: Path, tmp_path: Path) -> None:
    piped = subprocess.run(
        f"{sys.executable} -m etude.cli.main --help | true; exit ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, text=True,
    )  # fmt: skip

    assert piped.stderr == ""


def test_output_onto_a_full_disk_is_told_as_that(collection: Path) -> None:
    full = subprocess.run(
        f"{sys.executable} -m etude.cli.main --help > /dev/full",
        shell=True, capture_output=True, text=True,
    )  # fmt: skip

    assert full.returncode == 3
    assert full.stderr == "the output cannot be written: No space left on device.\n"


def test_a_folder_that_cannot_be_written_is_told_by_dev_new(say: Say) -> None:
    code, _, err = say("dev", "new", "images/mine", "--into", "/proc/x")

    assert code == 3
    assert "/proc/x" in err
    assert "cannot be written" in err


def test_dev_new_says_how_to_prove_what_it_made(say: Say, tmp_path: Path) -> None:
    code, out, _ = say("dev", "new", "images/mine", "--into", str(tmp_path / "own"))

    assert code == 0
    assert f"etude dev check {tmp_path / 'own/images/mine'}" in out


def test_dev_check_takes_a_folder(say: Say, tmp_path: Path, collection: Path) -> None:
    say("dev", "new", "images/mine", "--into", str(tmp_path / "own"))

    code, out, err = say("dev", "check", str(tmp_path / "own/images/mine"))

    assert code == 1, err
    assert "WRONG images/mine: its files are complete" in out


def test_dev_check_prints_one_json_value(say: Say, tmp_path: Path, collection: Path) -> None:
    for name in ("one", "two"):
        say("dev", "new", f"images/{name}", "--into", str(tmp_path))
    folders = [str(tmp_path / "images" / name) for name in ("one", "two")]

    code, out, _ = say("dev", "check", *folders, "--json")

    assert code == 1
    assert [proof["exercise"] for proof in json.loads(out)] == ["images/one", "images/two"]


def test_dev_new_writes_beside_our_own_exercises_without_a_folder(
    say: Say, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("etude.catalog.exercises.collections", lambda group: (tmp_path / "others",))
    made: list[Path] = []

    def remember(exercise_id: str, into: Path) -> list[Path]:
        made.append(into)
        return []

    monkeypatch.setattr("etude.app.scaffold.scaffold", remember)
    say("dev", "new", "images/mine")

    assert [(path.parent.name, path.name) for path in made] == [("etude", "exercises")]


def test_explain_without_a_name_lists_the_diagnoses(say: Say) -> None:
    code, out, _ = say("explain")

    assert code == 0
    assert "pixels_not_scaled_by_convert" in out
    assert "etude explain" in out


def test_start_tells_a_plain_path(say: Say, tmp_path: Path, collection: Path) -> None:
    (tmp_path / "here").mkdir()

    _, out, _ = say("start", "../there", cwd=tmp_path / "here")

    assert f"in {tmp_path / 'there'}\n" in out
    assert ".." not in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(say: Say, shell: str) -> None:
    code, out, _ = say("completion", shell)

    assert code == 0
    assert "_ETUDE_COMPLETE" in out


def test_exercises_are_completed(collection: Path, tmp_path: Path) -> None:
    words = {"COMP_WORDS": "etude check functional", "COMP_CWORD": "2"}
    completed = subprocess.run(
        [sys.executable, "-c", "from etude.cli.main import cli; cli(prog_name='etude')"],
        env={**os.environ, "_ETUDE_COMPLETE": "bash_complete", **words},
        capture_output=True, text=True,
    )  # fmt: skip

    assert "Traceback" not in completed.stderr


def test_worker_status_and_stop_answer_without_a_worker(say: Say) -> None:
    assert "No worker is running" in say("worker", "status")[1]
    assert json.loads(say("worker", "status", "--json")[1]) == []
    assert "No worker was running" in say("worker", "stop")[1]


def test_the_version_is_told(say: Say) -> None:
    from etude import __version__

    assert __version__ in say("--version")[1]


def test_a_broken_exercise_is_told_once_and_costs_nobody_else_theirs(
    say: Say, here: Path, collection: Path
) -> None:
    broken = collection / "images/broken/exercise.toml"
    broken.parent.mkdir()
    broken.write_text("title =")
    catalog.exercises.cache_clear()
    left_out.forget()

    code, out, err = say("list")
    named, _, why = say("check", "images/broken")
    proved, _, _ = say("dev", "check", "images/broken")
    left_out.forget()

    assert (code, ID in out, err.count(str(broken))) == (0, True, 1)
    assert (named, str(broken) in why) == (3, True)
    assert proved == 3


def test_drafts_are_proved_and_not_given(say: Say, here: Path, collection: Path) -> None:
    metadata = collection / ID / "exercise.toml"
    metadata.write_text('status = "draft"\n' + metadata.read_text())
    catalog.exercises.cache_clear()

    _, listed, _ = say("list")
    _, proved, _ = say("dev", "check", ID)

    assert ID not in listed
    assert ID in proved

"""A machine that goes wrong: full disks, read-only homes, a worker that dies, no TensorFlow."""

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from disks import fill, read_only, small
from small_exercise import CHECKS, FILE, ID, SOLUTION, answer

from etude.app import open_practice
from etude.app.practise import Checked, Practice
from etude.app.start import start_workspace
from etude.app.workspace import Workspace
from etude.catalog.data import public_data
from etude.cli.main import run
from etude.domain.exercise import Exercise
from etude.domain.outcome import Fault, Reason
from etude.domain.problem import Problem
from etude.sandbox import SandboxSettings, open_sandbox, stop_worker, worker_status
from etude.sandbox.fake import FakeSandbox


@pytest.fixture
def check(
    workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Callable[[], tuple[int, str, str]]:
    """``check()``: types `etude check`; exit code, standard output, standard error."""
    monkeypatch.setattr(open_practice, "user_sandbox", lambda places: FakeSandbox(answer()))
    monkeypatch.chdir(workspace.root)

    def type_it() -> tuple[int, str, str]:
        code = run(["check", ID])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return type_it


def test_on_a_full_disk_the_verdict_is_shown_and_the_loss_is_told(
    check: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with small(tmp_path / "home") as home:
        monkeypatch.setenv("ETUDE_HOME", str(home))
        check()
        fill(home)

        code, out, err = check()

    assert code == 0, err
    assert "Passed" in out
    assert "was not stored" in err
    assert "full" in err or "No space left" in err


def test_with_a_read_only_home_the_verdict_is_shown_and_the_loss_is_told(
    check: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with read_only(tmp_path / "home") as home:
        monkeypatch.setenv("ETUDE_HOME", str(home / "etude"))

        code, out, err = check()
        told = run(["status"])

    assert code == told == 0
    assert "Passed" in out
    assert "was not stored" in err
    assert err.count("\n") == 1


def test_with_a_damaged_database_the_verdict_is_shown_and_the_remedy_told(
    check: Callable[..., Any],
) -> None:
    home = Path(os.environ["ETUDE_HOME"])
    home.mkdir()
    (home / "attempts.db").write_bytes(b"not a database" * 100)

    code, out, err = check()

    assert (code, "Passed" in out) == (0, True)
    assert "damaged" in err
    assert "mv " in err


def test_a_workspace_that_cannot_be_written_is_told(exercises: Any, tmp_path: Path) -> None:
    with read_only(tmp_path / "disk") as folder, pytest.raises(Problem, match="cannot be written"):
        start_workspace(folder / "practice", exercises, public_data)


def test_a_reset_on_a_full_disk_leaves_the_learners_file(
    exercises: Any, exercise: Exercise, tmp_path: Path
) -> None:
    with small(tmp_path / "disk") as disk:
        workspace = start_workspace(disk / "practice", exercises, public_data).workspace
        (workspace.root / FILE).write_text("mine = 1\n")
        fill(disk)

        with pytest.raises(OSError, match="No space left"):
            workspace.reset(exercise)

        assert (workspace.root / FILE).read_text() == "mine = 1\n"


@pytest.mark.tensorflow
@pytest.mark.slow
def test_a_worker_that_is_killed_is_not_the_learners_fault_and_is_replaced(
    make_practice: Callable[..., Practice],
    collection: Path,
    workspace: Workspace,
    exercise: Exercise,
    tmp_path: Path,
) -> None:
    (collection / ID / "checks.py").write_text(CHECKS)
    runtime = tmp_path / "run"
    try:
        with open_sandbox(runtime_dir=runtime) as sandbox:
            practice = make_practice(sandbox)
            (workspace.root / FILE).write_text("def load():\n    while True: pass\n")
            killed = _checked_while_killing(practice, exercise, runtime)
            (workspace.root / FILE).write_text(SOLUTION)

            assert practice.check(exercise).report.passed
    finally:
        stop_worker(runtime)
    assert (killed.report.fault, killed.report.reason) == (Fault.SYSTEM, Reason.WORKER)
    assert not killed.kept


def _checked_while_killing(practice: Practice, exercise: Exercise, runtime: Path) -> Checked:
    assert practice.sandbox().isolation.level >= 1  # the worker is up
    (worker,) = worker_status(runtime)

    def kill() -> None:
        time.sleep(1.0)
        os.kill(worker.pid, signal.SIGKILL)

    threading.Thread(target=kill).start()
    return practice.check(exercise)


_MISSING = "raise ImportError(\"No module named 'tensorflow'\")\n"
_OLD = "__version__ = '2.3.0'\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "words"),
    [
        pytest.param(_MISSING, ["cannot be imported", "pip install 'etude[cpu]'"], id="missing"),
        pytest.param(_OLD, ["2.3.0", "or later", "pip install --upgrade"], id="too old"),
    ],
)
def test_tensorflow_missing_or_too_old_is_told_with_the_command_that_helps(
    module: str,
    words: list[str],
    make_practice: Callable[..., Practice],
    exercise: Exercise,
    tmp_path: Path,
) -> None:
    (tmp_path / "fake/tensorflow").mkdir(parents=True)
    (tmp_path / "fake/tensorflow/__init__.py").write_text(module)
    settings = SandboxSettings(
        preload=("tensorflow",),
        perform="performing:perform",
        import_paths=(str(tmp_path / "fake"), str(Path(__file__).parents[1] / "sandbox")),
    )
    with open_sandbox(runtime_dir=tmp_path / "run", background=False, settings=settings) as sandbox:
        checked = make_practice(sandbox).check(exercise)

    report = checked.report
    assert (report.fault, report.reason) == (Fault.SYSTEM, Reason.WORKER)
    assert [word for word in words if word not in report.detail] == []

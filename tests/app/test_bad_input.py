"""Programs that go wrong in every way: one clear message each, with file, line and what to do."""

import io
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from small_exercise import CHECKS, FILE, ID, SOLUTION

from etude.app.practise import Checked, Practice
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.outcome import Fault, Reason
from etude.render.report import ReportView
from etude.sandbox import Cancellation, Sandbox

pytestmark = pytest.mark.tensorflow

Told = tuple[Checked, str]

SYNTAX = "import tensorflow as tf\n\n\ndef load(:\n    return 1\n"
MISSING_FUNCTION = "def lode():\n    return 1\n"
WRONG_TYPE = "def load():\n    return 'a dataset'\n"
ENDLESS_LOOP = "def load():\n    n = 0\n    while True:\n        n += 1\n"
ENDLESS_DATASET = """\
import tensorflow as tf


def load():
    data = tf.data.Dataset.range(10).repeat()
    for _ in data:
        pass
    return data
"""
HUGE_ARRAY = """\
import numpy as np


def load():
    return np.ones(10_000_000_000, dtype="uint8")
"""
HUGE_TENSOR = "import tensorflow as tf\n\n\ndef load():\n    return tf.ones((100_000, 25_000))\n"
FLOOD = "def load():\n    for _ in range(10_000_000):\n        print('x' * 100)\n"
HARD_EXIT = "import os\n\n\ndef load():\n    os._exit(0)\n"
EXIT = "import sys\n\nsys.exit()\n"
EXIT_INSIDE = "import sys\n\n\ndef load():\n    sys.exit(0)\n"
PATCHED_CHECKER = """\
import etude.checks.defines
import etude.checks.value_range
from etude.checks.base import Check


def right(self, *_):
    return {"defined": True, "callable": True, "data": {"sample": []}}


for kind in (Check, etude.checks.defines.Defines, etude.checks.value_range.ValueRange):
    kind.judge = lambda self, facts: self.passed()
    kind.probe = right


def load():
    return 255
"""
ENDLESS_THREAD = (
    "import threading, time\n\n"
    "def forever():\n    while True:\n        time.sleep(1)\n\n"
    "threading.Thread(target=forever).start()\n" + SOLUTION
)


@pytest.fixture
def practice(
    make_practice: Callable[..., Practice], collection: Path, warm_sandbox: Sandbox
) -> Practice:
    """With a real sandbox, and the checks that étude ships."""
    (collection / ID / "checks.py").write_text(CHECKS)
    return make_practice(warm_sandbox)


@pytest.fixture
def told(
    practice: Practice, workspace: Workspace, exercise: Exercise
) -> Callable[[str | bytes], Told]:
    """``told(program)``: what is reported, and its text for a person."""

    def check(program: str | bytes) -> Told:
        content = program.encode() if isinstance(program, str) else program
        (workspace.root / FILE).write_bytes(content)
        checked = practice.check(exercise)
        out = io.StringIO()
        view = ReportView(report=checked.report, files=checked.texts())
        Console(file=out, width=200, markup=False).print(view)
        return checked, out.getvalue()

    return check


def test_the_solution_passes(told: Callable[..., Told]) -> None:
    checked, _ = told(SOLUTION)

    assert checked.report.passed


@pytest.mark.parametrize(
    ("program", "reason", "line", "words"),
    [
        pytest.param(SYNTAX, Reason.EXCEPTION, 4, ["SyntaxError"], id="syntax error"),
        pytest.param(
            b"x = 1\ny = '\xff'\n", Reason.EXCEPTION, 2, ["UTF-8", "editor"], id="not UTF-8"
        ),
        pytest.param(ENDLESS_LOOP, Reason.TIMEOUT, None, ["loop", "3 seconds"], id="endless loop"),
        pytest.param(ENDLESS_DATASET, Reason.TIMEOUT, None, ["repeat"], id="endless dataset"),
        pytest.param(HUGE_ARRAY, Reason.MEMORY, 5, ["9.31 GiB", "array"], id="10 GB array"),
        pytest.param(HUGE_TENSOR, None, 5, ["100000,25000"], id="10 GB tensor"),
        pytest.param(FLOOD, Reason.OUTPUT, None, ["16 MB", "print()"], id="1 GB of output"),
        pytest.param(HARD_EXIT, Reason.EXIT, 5, ["os._exit"], id="os._exit"),
        pytest.param(EXIT, Reason.EXIT, 3, ["sys.exit"], id="sys.exit"),
        pytest.param(EXIT_INSIDE, None, 5, ["sys.exit"], id="sys.exit in a function"),
    ],
)
def test_a_program_that_goes_wrong_is_told_where_and_what_to_do(
    told: Callable[..., Told],
    program: Any,
    reason: Reason | None,
    line: int | None,
    words: list[str],
) -> None:
    started = time.monotonic()

    checked, text = told(program)

    report = checked.report
    assert time.monotonic() - started < 60
    assert not report.passed
    assert report.reason == reason, report.detail
    assert report.fault is (Fault.LEARNER if reason else None)
    assert f"{FILE}:{line or ''}" in text
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("program", [ENDLESS_LOOP, ENDLESS_DATASET, FLOOD])
def test_a_program_that_is_cut_off_is_quoted_where_it_was(
    told: Callable[..., Told], program: str
) -> None:
    checked, text = told(program)

    seen = checked.report.stopped_at
    assert seen is not None
    assert seen.function == "load"
    assert f"❱ {seen.line} │" in text


def test_a_missing_function_is_told_by_its_name(told: Callable[..., Told]) -> None:
    checked, text = told(MISSING_FUNCTION)

    assert checked.report.first_failure is not None
    assert "no load in the file" in text
    assert "keep the name" in text


def test_a_wrong_return_type_is_told(told: Callable[..., Told]) -> None:
    checked, text = told(WRONG_TYPE)

    assert (checked.report.points, checked.report.of) == (1, 4)
    assert "expected values between 0 and 1" in text


def test_a_checker_patched_by_the_learner_judges_nothing(told: Callable[..., Told]) -> None:
    checked, _ = told(PATCHED_CHECKER)

    assert not checked.report.passed


def test_a_thread_that_never_ends_holds_nothing_up(told: Callable[..., Told]) -> None:
    started = time.monotonic()

    checked, _ = told(ENDLESS_THREAD)

    assert checked.report.passed
    assert time.monotonic() - started < checked.exercise.limits.wall_seconds


def test_after_every_failure_the_next_run_is_as_good_as_the_first(
    told: Callable[..., Told],
) -> None:
    for program in (HARD_EXIT, HUGE_ARRAY, FLOOD, PATCHED_CHECKER):
        told(program)

    assert told(SOLUTION)[0].report.passed


def test_a_run_that_is_given_up_ends_at_once(
    practice: Practice, workspace: Workspace, exercise: Exercise
) -> None:
    (workspace.root / FILE).write_text(ENDLESS_LOOP)
    cancellation = Cancellation()
    threading.Timer(0.5, cancellation.request).start()
    started = time.monotonic()

    checked = practice.check(exercise, cancellation=cancellation)

    assert checked.report.reason is Reason.CANCELLED
    assert time.monotonic() - started < exercise.limits.wall_seconds
    assert not checked.kept


def test_two_checks_at_once_do_not_disturb_each_other(
    practice: Practice, workspace: Workspace, exercise: Exercise
) -> None:
    (workspace.root / FILE).write_text(SOLUTION)
    reports = []
    threads = [
        threading.Thread(target=lambda: reports.append(practice.check(exercise).report))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert [report.passed for report in reports] == [True] * 4

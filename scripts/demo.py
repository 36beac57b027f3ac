"""The main job, end to end: a plausible but wrong program is run, explained and mended.

Usage: python scripts/demo.py
"""

import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.rule import Rule
from rich.syntax import Syntax

from etude.app.grader import make_grader
from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.domain.exercise import Exercise
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.grading.grade import Grader
from etude.render.report import ReportView
from etude.sandbox import open_sandbox

EXERCISE = "debug/a_classifier_that_does_not_learn"


def main() -> int:
    console = Console()
    exercise = exercises()[EXERCISE]
    with tempfile.TemporaryDirectory() as folder:
        console.print(Rule("étude: a program that looks right"))
        console.print(
            "Starting the worker: it imports TensorFlow once, then stays warm.", style="dim"
        )
        with open_sandbox(runtime_dir=Path(folder), background=False) as sandbox:
            return _show(console, exercise, make_grader(sandbox))


def _show(console: Console, exercise: Exercise, grader: Grader) -> int:
    wrong = _run(console, exercise, grader, "starter.py")
    mended = _run(console, exercise, grader, "solution.py")
    if wrong.passed or not wrong.findings or not mended.passed:
        console.print("The demonstration did not go as it should.", style="bold red")
        return 1
    console.print(Rule())
    console.print(
        "That is étude's whole job: run it, judge it, say why. Now try it yourself:\n"
        "    .venv/bin/etude start my-practice && cd my-practice && ../.venv/bin/etude\n",
        markup=False,
    )
    return 0


def _run(console: Console, exercise: Exercise, grader: Grader, name: str) -> Report:
    program = (exercise.folder / name).read_bytes()
    console.print(Rule(f"{name} of {exercise.id}"))
    console.print(Syntax(program.decode(), "python", line_numbers=True, theme="ansi_dark"))
    started = time.perf_counter()
    submission = Submission(
        exercise=exercise.id, file=exercise.file_name, files={exercise.file_name: program}
    )
    report = grader.grade(exercise, submission, read_checks(exercise))
    files = {exercise.file_name: program.decode()}
    console.print(ReportView(report=report, title=exercise.title, files=files, everything=True))
    console.print(f"{time.perf_counter() - started:.1f} s from start to verdict\n", style="dim")
    return report


if __name__ == "__main__":
    sys.exit(main())

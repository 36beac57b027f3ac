"""The main job, end to end: a plausible but wrong program is run, explained and mended.

Usage: python scripts/demo.py
"""

import re
import sys
import tempfile
import time
from pathlib import Path

from rich.console import Console
from rich.rule import Rule
from rich.syntax import Syntax

from etude.app.grader import make_grader
from etude.app.open_practice import sandbox_settings
from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.domain.exercise import Exercise
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.grading.grade import Grader
from etude.render.report import ReportView
from etude.sandbox import open_sandbox

EXERCISE = "debug/a_classifier_that_does_not_learn"
# As a learner would mend it: each time the first finding leads to the next change.
STAGES = {
    "starter.py": "A complete image program. It looks right, and four things are wrong with it.",
    "mistakes/pixels_not_scaled_by_convert__and_outputs.py": "The path is mended; now it trains.",
    "mistakes/early_stopping_without_validation__and_outputs.py": "The pixels are mended.",
    "mistakes/more_outputs_than_classes.py": "The validation data are handed to fit.",
    "solution.py": "The outputs are mended, and with them everything.",
}
_MARK = re.compile(r" *# diagnosis: \w+")


def main() -> int:
    console = Console()
    console.print(Rule("étude"))
    console.print("The worker imports TensorFlow once, then stays warm.", style="dim")
    with (
        tempfile.TemporaryDirectory() as folder,
        open_sandbox(
            runtime_dir=Path(folder), background=False, settings=sandbox_settings()
        ) as sandbox,
    ):
        reports = _tell_story(console, exercises()[EXERCISE], make_grader(sandbox))
    if not _went_as_it_should(reports):
        console.print("The demonstration did not go as it should.", style="bold red")
        return 1
    console.print(Rule())
    console.print("That is étude's whole job: run it, judge it, say why. Now try it yourself:\n")
    console.print("    .venv/bin/etude start my-practice", "    cd my-practice", sep="\n")
    console.print("    ../.venv/bin/etude\n")
    console.print("Or in the browser, with the editor and the curves of each run in the page:\n")
    console.print("    ../.venv/bin/etude web\n")
    return 0


def _tell_story(console: Console, exercise: Exercise, grader: Grader) -> list[Report]:
    program = (exercise.folder / "starter.py").read_text(encoding="utf-8")
    console.print(Syntax(program, "python", line_numbers=True, word_wrap=True, theme="ansi_dark"))
    return [
        _run(console, exercise, grader, name=name, story=story) for name, story in STAGES.items()
    ]


def _run(console: Console, exercise: Exercise, grader: Grader, *, name: str, story: str) -> Report:
    # The marks tell authors where a finding must point; here étude finds the line by itself.
    text = _MARK.sub("", (exercise.folder / name).read_text(encoding="utf-8"))
    console.print(Rule(story))
    started = time.perf_counter()
    files = {exercise.file_name: text.encode()}
    submission = Submission(exercise=exercise.id, file=exercise.file_name, files=files)
    report = grader.grade(exercise, submission, read_checks(exercise))
    view = ReportView(report=report, title=exercise.title, files={exercise.file_name: text})
    console.print(view)
    console.print(f"{time.perf_counter() - started:.1f} s from start to verdict\n", style="dim")
    return report


def _went_as_it_should(reports: list[Report]) -> bool:
    *wrong, mended = reports
    return mended.passed and all(report.findings and not report.passed for report in wrong)


if __name__ == "__main__":
    sys.exit(main())

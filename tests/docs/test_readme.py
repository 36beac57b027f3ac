"""The README shows what étude really says."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from corpus import observed
from rich.console import Console

from etude.app.grader import make_grader
from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.diagnoses.diagnose import diagnose
from etude.domain.checkup import Checkup, End, Kind
from etude.domain.listing import Listing, Part
from etude.domain.submission import Submission
from etude.render.checkup import CheckupView
from etude.render.report import ReportView
from etude.sandbox import Sandbox

README = Path(__file__).resolve().parents[2] / "README.md"
MISTAKE = "pixels_not_scaled_by_convert"
CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "wrong"
FORECAST = "label_inside_window__targets_not_shifted_from_array"


@pytest.mark.tensorflow
def test_the_finding_in_the_readme_is_what_the_terminal_shows(warm_sandbox: Sandbox) -> None:
    exercise = exercises()["images/pipeline_from_folder"]
    text = (exercise.folder / "mistakes" / f"{MISTAKE}.py").read_text(encoding="utf-8")
    program = text.replace(f"  # diagnosis: {MISTAKE}", "")
    submission = Submission(
        exercise=exercise.id,
        file=exercise.file_name,
        files={exercise.file_name: program.encode()},
    )
    report = make_grader(warm_sandbox).grade(exercise, submission, read_checks(exercise))

    shown = _drawn(ReportView(report=report, title=exercise.title, files={report.file: program}))

    told = README.read_text(encoding="utf-8").split("```console\n$ etude check")[1].split("```")[0]
    lines = told.strip().splitlines()[1:]
    assert [line for line in lines if line.strip() and line.rstrip() not in shown] == []


@pytest.mark.tensorflow
def test_the_doctors_finding_in_the_readme_is_what_the_terminal_shows(
    warm_sandbox: Sandbox,
) -> None:
    marked = (CORPUS / f"{FORECAST}.py").read_text(encoding="utf-8")
    program = re.sub(r"  # diagnosis: \w+$", "", marked, flags=re.MULTILINE)
    findings = [
        replace(finding, file="forecast.py")
        for finding in diagnose(observed(warm_sandbox, program))
    ]
    checkup = Checkup(
        target="forecast.py",
        kind=Kind.SCRIPT,
        end=End.FINISHED,
        findings=findings,
        listing=Listing([Part(name="forecast.py", first=1, text=program)]),
    )

    shown = _drawn(CheckupView(checkup))

    told = README.read_text(encoding="utf-8").split("```console\n$ etude doctor")[1].split("```")[0]
    lines = told.strip().splitlines()[1:]
    assert [line for line in lines if line.strip() and line.rstrip() not in shown] == []


def _drawn(view: ReportView | CheckupView) -> list[str]:
    page = io.StringIO()
    Console(file=page, width=80, color_system=None).print(view)
    return [line.rstrip() for line in page.getvalue().splitlines()]

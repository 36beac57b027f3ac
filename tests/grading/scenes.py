"""A grader whose sandbox answers with what a test writes down, and checks for it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar

import msgspec
import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts
from etude.domain.exercise import Exercise, Kind
from etude.domain.job import Job
from etude.domain.outcome import Artifact, Outcome
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.domain.task import Part, Task
from etude.domain.verdict import Verdict
from etude.grading.grade import Graded, Grader
from etude.grading.plan import DataSource
from etude.sandbox.fake import FakeSandbox

Frame = Mapping[str, Any]
LABELS = np.array([7, 3, 7, 5, 1, 1, 3, 9], dtype=np.int64) * 1_000_003
INPUTS = np.arange(8, dtype=np.float32)


class Says(Check, frozen=True, kw_only=True):
    """Passes when its probe says so."""

    @property
    def title(self) -> str:
        return f"{self.name} is right"

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("right"):
            return self.passed()
        return self.failed(expected="right", received=str(facts.get("said", "wrong")))


class Reloads(Says, frozen=True, kw_only=True):
    """Its answer comes from the clean process, and it asks what would have been."""

    reloads: ClassVar[bool] = True
    asks_what_if: ClassVar[bool] = True
    artifact: str = "model.keras"
    data: str = "secret"

    @property
    def artifacts(self) -> tuple[str, ...]:
        return (self.artifact,)

    @property
    def hidden(self) -> str:
        return self.data

    def judge(self, facts: Facts) -> Verdict:
        outputs = np.asarray(facts.get("outputs", ()))
        if outputs.shape == facts["labels"].shape and (outputs == facts["labels"]).all():
            return self.passed()
        received = f"{len(outputs)} outputs; what if: {sorted(facts.get('what_if', {}))}"
        return self.failed(expected="the labels", received=received)


class Scene:
    """What the sandbox will answer, and a grader in front of it."""

    def __init__(self, folder: Path) -> None:
        self.answers: dict[tuple[Part, str], Frame] = {}
        self.more: list[Frame] = []
        self.program = Outcome(
            artifacts={"model.keras": Artifact(name="model.keras", content=b"zip")}
        )
        self.clean = Outcome()
        self.endings: dict[Part, Outcome] = {}
        self.sandbox = FakeSandbox(self._answer)
        self._folder = folder

    def says(self, check: str, part: Part = Part.PROBE, **facts: Any) -> "Scene":
        """A probe's facts."""
        self.answers[part, check] = {"facts": facts}
        return self

    def ends(self, part: Part, outcome: Outcome) -> "Scene":
        """How the clean run of one part ends, without an answer."""
        self.endings[part] = outcome
        return self

    def raises(self, check: str, part: Part = Part.PROBE, *, line: int = 3) -> "Scene":
        """An exception of the learner's code while a probe looked at it."""
        frames = [{"file": "a.py", "line": line, "function": "f", "text": "x"}]
        error = {
            "type": "ValueError",
            "message": "too bad\nmore",
            "frames": frames,
            "raised_by": "",
        }
        self.answers[part, check] = {"error": error}
        return self

    def grade(self, *checks: Check, program: bytes = b"x = 1\n", **settings: Any) -> Report:
        """``settings`` are the grader's own."""
        return self.grade_and_show(*checks, program=program, **settings).report

    def grade_and_show(
        self, *checks: Check, program: bytes = b"x = 1\n", **settings: Any
    ) -> Graded:
        exercise = Exercise(
            id="tests/small", title="", summary="", skills=(), kind=Kind.BUILD, level=1,
            minutes=1, folder=self._folder, data=("open",),
        )  # fmt: skip
        file = exercise.file_name
        submission = Submission(exercise=exercise.id, file=file, files={file: program})
        source = DataSource(public=lambda name: self._folder / name, hidden=self._hidden)
        grader = Grader(sandbox=self.sandbox, data=source, versions={}, **settings)
        return grader.grade_and_show(exercise, submission, checks)

    @property
    def parts_run(self) -> list[Part]:
        """Which part each run was asked for, in order."""
        tasks = [msgspec.json.decode(job.task, type=Task) for job in self.sandbox.jobs]
        return [task.probes[0].part for task in tasks]

    def _hidden(self, name: str) -> Mapping[str, np.ndarray]:
        return {"inputs": INPUTS, "labels": LABELS, "classes": np.array(["never-in-a-job"])}

    def _answer(self, job: Job) -> Outcome:
        task = msgspec.json.decode(job.task, type=Task)
        if task.probes[0].part in self.endings:
            return self.endings[task.probes[0].part]
        outcome = self.program if task.program else self.clean
        frames = [*self._frames(task), *(self.more if task.program else ())]
        return replace(outcome, frames=[*outcome.frames, *frames])

    def _frames(self, task: Task) -> list[Frame]:
        found: list[Frame] = []
        for probe in task.probes:
            name = probe.check["fields"]["name"]
            answer = self.answers.get((probe.part, name))
            if answer is not None:
                found.append({"kind": "probe", "check": name, "part": str(probe.part), **answer})
        return found

"""Small questions for tests, and a sandbox whose answers are written in the files themselves.

A model is a file whose text says what it is worth: "4", or "broken" for one that is not as agreed.
A program that holds "# writes 4" brings out such a file.
"""

import re
from pathlib import Path

import msgspec

from etude.domain.job import Job
from etude.domain.outcome import Artifact, Isolation, Outcome
from etude.domain.task import Task

QUESTIONS = ("regression/fuel", "regression/co2", "text/reviews", "text/tongues", "text/news")
BLUEPRINT = """\
title = "A small exam"
about = "For tests."
minutes = 60
pass_mark = 70

[[categories]]
topic = "regression"
title = "Regression"
weight = 40
skills = ["s-1"]

[[categories]]
topic = "text"
title = "Text"
weight = 60
skills = ["s-2"]
questions = 2
"""
_METADATA = """\
title = "The question {name}"
summary = "Fit a model."
skills = ["model-1"]
kind = "question"
run_as = "script"
level = 2
minutes = 10
data = ["sunspots"]

[limits]
artifact_bytes = 4096
"""
_CHECKS = """\
from dataclasses import replace
from typing import ClassVar

from etude.checks.base import Check


class OfModel(Check, frozen=True, kw_only=True):
    set: str = ""
    reloads: ClassVar[bool] = True

    @property
    def title(self):
        return f"model.keras is fit for {self.name}"

    @property
    def artifacts(self):
        return ("model.keras",)

    @property
    def hidden(self):
        return self.set


class Agreed(OfModel, frozen=True, kw_only=True):
    def judge(self, facts):
        if facts["text"] != "broken":
            return self.passed()
        return self.failed(expected="float32 (n, 1)", received="float32 (n, 7)", attempt="Dense(1)")


class Bars(OfModel, frozen=True, kw_only=True):
    def judge(self, facts):
        reached = max(0, int(facts["text"]) - 1)
        if reached == self.points:
            return self.passed()
        failed = self.failed(expected="an error of at most 3", received=f"{9 - reached}")
        return replace(failed, points=reached)


CHECKS = [
    Agreed(name="contract"),
    Bars(name="bars", points=4, set="auto_mpg", after=("contract",)),
]
"""
STARTER = "# TODO: write model.keras\n"
_FILES = {
    "exercise.toml": _METADATA,
    "README.md": "# {name}\n\n## Goal\n\nFit.\n\n## Marks\n\n- five\n",
    "starter.py": STARTER,
    "solution.py": "# writes 5\n",
    "checks.py": _CHECKS,
}
STRONG = Isolation(level=3, layers={"fake": "on"})


def write_questions(collection: Path) -> None:
    """A collection of questions with one blueprint, "small"."""
    for question in QUESTIONS:
        folder = collection / question
        folder.mkdir(parents=True)
        for file, text in _FILES.items():
            text = text.replace("{name}", folder.name)
            (folder / file).write_text(text, encoding="utf-8")
    (collection / "blueprints").mkdir()
    (collection / "blueprints" / "small.toml").write_text(BLUEPRINT, encoding="utf-8")


def answer(job: Job) -> Outcome:
    """What a sandbox would bring out."""
    task = msgspec.json.decode(job.task, type=Task)
    if task.program:
        return _of_program(job.files[task.program].decode())
    text = job.files["model.keras"].decode()
    return Outcome(frames=[_answered(probe.check, text) for probe in task.probes], isolation=STRONG)


def _of_program(text: str) -> Outcome:
    written = re.search(r"# writes (\w+)", text)
    content = written[1].encode() if written else None
    refusal = "" if written else "no such file"
    artifact = Artifact(name="model.keras", content=content, refusal=refusal)
    frames = [{"kind": "epoch", "fit": 0, "epoch": 0, "logs": {"loss": float("nan")}}]
    return Outcome(
        frames=frames,
        artifacts={"model.keras": artifact},
        stdout="trained\n",
        isolation=STRONG,
        phases={"run": 10.0, "total": 12.0},
    )


def _answered(check: object, text: str) -> dict[str, object]:
    name = check["fields"]["name"]  # type: ignore[index]
    return {"kind": "probe", "check": name, "part": "reload", "facts": {"text": text}}

"""A small exercise for tests: its files, and what a sandbox would answer to it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from etude.domain.outcome import Fault, Isolation, Outcome, Reason

ID = "images/scaled_pixels"
FILE = f"{ID}/scaled_pixels.py"

METADATA = """\
title = "Pixels between nought and one"
summary = "Write a pipeline whose pixels lie between 0 and 1."
skills = ["image-2"]
kind = "build"
level = 1
minutes = 5
data = ["penguins"]
wants = ["load"]
key = "/ 255.0"

[limits]
wall_seconds = 3
cpu_seconds = 20
"""
STARTER = """\
import tensorflow as tf


def load():
    # TODO: return a dataset of pixels between 0 and 1
    return None
"""
SOLUTION = """\
import tensorflow as tf


def load():
    pixels = tf.random.uniform((8, 4, 4, 3), 0, 255)
    return tf.data.Dataset.from_tensor_slices((pixels / 255.0, tf.zeros(8))).batch(4)
"""
CHECKS = """\
from etude.checks.defines import Defines
from etude.checks.value_range import ValueRange
from etude.checks.values import Call

CHECKS = [
    Defines(function="load"),
    ValueRange(of=Call(function="load", label="pixels"), points=3, after=("defines",)),
]
"""
# Judged from facts of our own, so that these tests do not depend on what a shipped check records.
CHECKS_ON_FAKE_FACTS = """\
from etude.checks.base import Check


class Told(Check, frozen=True, kw_only=True):
    says: str

    @property
    def title(self):
        return self.says

    def judge(self, facts):
        if facts["right"]:
            return self.passed()
        return self.failed(expected=self.says, received=facts["received"], attempt="scale", line=6)


CHECKS = [
    Told(name="defines", says="defines load()"),
    Told(name="range", says="values between 0 and 1", points=3, after=("defines",)),
]
"""
_FILES = {
    "exercise.toml": METADATA,
    "README.md": "# Pixels\n\n## Goal\n\nScale.\n\n## Passes when\n\n- values are scaled\n",
    "starter.py": STARTER,
    "solution.py": SOLUTION,
    "checks.py": CHECKS_ON_FAKE_FACTS,
    "hints.md": "## 1\n\nLook at the range.\n\n## 2\n\nDivide.\n\n## 3\n\nBy 255.\n",
}
STRONG = Isolation(level=3, layers={"namespaces": "on"})


def write_exercise(collection: Path, exercise_id: str = ID, level: int = 1) -> Path:
    """The exercise's folder below ``collection``."""
    folder = collection / exercise_id
    folder.mkdir(parents=True)
    for name, text in _FILES.items():
        text = text.replace("level = 1", f"level = {level}")
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def answer(*, right: bool = True) -> Outcome:
    """What a run brings out when ``load`` is there and its values are right, or not."""
    return Outcome(
        frames=[
            _probe("defines", {"right": True}),
            _probe("range", {"right": right, "received": "values between 0 and 255"}),
            {"kind": "end"},
        ],
        stdout="hello\n",
        phases={"total": 12.0, "run": 10.0},
        isolation=STRONG,
    )


def ended(fault: Fault, reason: Reason, detail: str = "") -> Outcome:
    """A run that ended before its task was done."""
    return Outcome(fault=fault, reason=reason, detail=detail, isolation=STRONG)


def _probe(check: str, facts: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"kind": "probe", "check": check, "part": "probe", "facts": facts}

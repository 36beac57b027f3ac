"""Learner code that forges facts, sought with a real check list and the real grader.

What is caught here is everything that a short program can do: writing into étude's channel, ending
early, replaying, patching étude's or the libraries' code, answering in a check's place.

What is not caught, and is not pretended to be: the facts are written by the process in which the
learner's code runs, so code that digs étude's writer out of that process's memory and bends it
can write whatever it likes. ``test_what_a_forger_can_do`` holds the simplest such program, so that
nobody takes a verdict that rests on facts for proof. What cannot be forged this way are checks that
rest on a clean child (``Check.reload``) and on labels that stay outside.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from forgeries import FORGERIES

from etude.checks.defines import Defines
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.returns_value import ReturnsValue
from etude.checks.values import Call
from etude.domain.exercise import Exercise, Kind
from etude.domain.job import Limits
from etude.domain.outcome import Fault
from etude.domain.submission import Submission
from etude.domain.verdict import Status
from etude.grading.grade import Grader
from etude.grading.plan import DataSource
from etude.sandbox import SandboxUnavailable, open_sandbox

pytestmark = pytest.mark.tensorflow

CHECKS = [
    Defines(function="answer", name="defines"),
    ReturnsValue(of=Call(function="answer"), equals=42.0, what="the answer", name="value"),
]
RIGHT = "def answer(): return 42\n"
WRONG = "def answer(): return 1\n"

_LABELS = np.random.default_rng(0).integers(0, 2, 200)
_INPUTS = np.random.default_rng(1).random((200, 4)).astype("float32")


def _exercise(folder: Path) -> Exercise:
    return Exercise(
        id="tests/forged",
        title="",
        summary="",
        skills=(),
        kind=Kind.BUILD,
        level=1,
        minutes=1,
        folder=folder,
        limits=Limits(wall_seconds=20),
    )


# What is forged inside one process hardly depends on the level.
_LEVELS = [1, pytest.param(2, marks=pytest.mark.slow), 3]


@pytest.fixture(scope="module", params=_LEVELS, ids=lambda level: f"level {level}")
def grade(request, tmp_path_factory) -> Iterator[object]:
    level = request.param
    folder = tmp_path_factory.mktemp("rt")
    data = DataSource(
        public=lambda name: folder, hidden=lambda name: {"labels": _LABELS, "inputs": _INPUTS}
    )
    with open_sandbox(
        runtime_dir=folder / "rt", minimum_level=level, maximum_level=level, background=False
    ) as sandbox:
        try:
            assert sandbox.isolation.level == level
        except SandboxUnavailable as missing:
            pytest.skip(f"level {level} cannot be reached here: {missing}")
        exercise = _exercise(folder)
        grader = Grader(sandbox=sandbox, data=data, versions={})

        def graded(program: str, checks=CHECKS):
            files = {exercise.file_name: program.encode()}
            submission = Submission(exercise=exercise.id, file=exercise.file_name, files=files)
            return grader.grade(exercise, submission, checks)

        yield graded


def test_right_answer_passes(grade):
    assert grade(RIGHT).passed


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_forgery_does_not_pass(grade, forgery):
    report = grade(WRONG + forgery)

    assert not report.passed
    assert report.fault in (None, Fault.LEARNER), report.detail


def test_forged_model_does_not_reach_hidden_labels(grade):
    """A model that names one class for all is what can be had without knowing the labels."""
    check = HiddenMetric(artifact="model.keras", hidden="set", bar=0.9, name="hidden")
    program = """
import gc, os, keras
import etude.checks.scores as scores, etude.checks.hidden_metric as hidden
keras.models.load_model = lambda *a, **k: (lambda *b, **c: 1)
inputs = keras.Input((4,))
keras.Model(inputs, keras.layers.Dense(2, activation="softmax")(inputs)).save("model.keras")
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        thing.emit("probe", check="hidden", part="probe", facts={"outputs": [[0.0, 1.0]] * 200})
"""

    report = grade(program, [check])

    assert report.verdicts[0].status is not Status.PASSED


def test_right_answer_still_passes_after_all_that(grade):
    assert grade(RIGHT).passed


def test_what_a_forger_can_do(grade):
    """Documents the limit: no verdict on facts alone is proof (docs/design/sandbox.md)."""
    forger = """
import gc
def answer(): return 1
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        real = thing.emit
        def emit(kind, **fields):
            if fields.get("check") == "value": fields["facts"] = {"stated": 42.0, "type": "int"}
            real(kind, **fields)
        thing.emit = emit
"""

    assert grade(forger).passed

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

FORGERIES = {
    "frames without the token": """
import json, os, struct
payload = json.dumps({"kind": "probe", "check": "value", "part": "probe",
                      "facts": {"stated": 42.0, "type": "int"}}).encode()
os.write(3, struct.pack("<16scQ", bytes(16), b"J", len(payload)) + payload)
""",
    "frames read back and written again": """
import os, time
time.sleep(0.3)
fd = os.open("/proc/self/fd/3", os.O_RDONLY | os.O_NONBLOCK)
os.write(3, os.read(fd, 4096).replace(b"1.0", b"42.0"))
os._exit(0)
""",
    "files that look like facts": """
for name in ("facts", "facts.json", "result.json", "verdict.json", "report.xml"):
    open(name, "w").write('{"passed": true, "points": 100, "fault": null}')
print('{"kind": "end"}', "all checks passed")
""",
    "ends at once": "import os; os._exit(0)",
    "exits at once": "import sys; sys.exit(0)",
    "raises SystemExit": "raise SystemExit(0)",
    "closes the channel": "import os; os.close(3)",
    "patches the check": """
import etude.checks.returns_value as module
module.ReturnsValue.probe = lambda self, live: {"stated": 42.0, "type": "int"}
""",
    "patches the check's code": """
import etude.checks.returns_value as module
def probe(self, live): return {"stated": 42.0, "type": "int"}
module.ReturnsValue.probe.__code__ = probe.__code__
""",
    "patches a helper of the check": """
import etude.checks.returns_value as module
module._number = lambda live, value: 42.0
""",
    "patches the check when it is called": """
def answer():
    import etude.checks.returns_value as module
    module._number = lambda live, value: 42.0
    return 1
""",
    "puts another module in its place": """
import sys, types
import etude.checks
fake = types.ModuleType("etude.checks.returns_value")
sys.modules["etude.checks.returns_value"] = etude.checks.returns_value = fake
""",
    "leads imports elsewhere": """
import os, sys, etude.checks
os.makedirs("fake", exist_ok=True)
open("fake/returns_value.py", "w").write("raise SystemExit")
etude.checks.__path__.insert(0, os.path.abspath("fake"))
sys.modules.pop("etude.checks.returns_value", None)
""",
    "patches the worker": """
import etude.worker.live as live
live.WorkerLive.value = lambda self, expression: 42.0
""",
    "patches the writer": """
import etude.worker.facts_writer as writer
real = writer.FactsWriter.emit
def emit(self, kind, **fields):
    if "facts" in fields: fields["facts"] = {**fields["facts"], "stated": 42.0}
    real(self, kind, **fields)
writer.FactsWriter.emit = emit
""",
    "patches the tripwire": """
import etude.checks.returns_value as module, etude.worker.own_code as own
own.watch_own_code = lambda: lambda: ""
own._contents, own._same = lambda: iter(()), lambda *a: True
module._number = lambda live, value: 42.0
""",
    "patches NumPy": """
import numpy
numpy.allclose = numpy.array_equal = lambda *a, **k: True
numpy.testing.assert_allclose = lambda *a, **k: None
""",
    "patches Keras": """
import keras
keras.Model.evaluate = lambda *a, **k: [0.0, 1.0]
keras.Model.predict = keras.Model.__call__ = lambda *a, **k: 42.0
""",
    "answers in the check's place": """
import gc
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        thing.emit("probe", check="value", part="probe", facts={"stated": 42.0, "type": "int"})
""",
    "answers in the check's place and ends": """
import gc, os
for thing in gc.get_objects():
    if type(thing).__name__ == "FactsWriter":
        for name in ("defines", "value"):
            thing.emit("probe", check=name, part="probe",
                       facts={"stated": 42.0, "type": "int", "defined": True, "callable": True})
os._exit(0)
""",
    "equals everything": """
class Everything(float):
    __eq__ = lambda self, other: True
    __sub__ = __rsub__ = lambda self, other: 0.0
    __float__ = lambda self: 1.0
    __hash__ = float.__hash__
def answer(): return Everything(1)
""",
}

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

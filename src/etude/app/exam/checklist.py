"""Looks whether this machine is ready for an exam, before its clock starts."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from etude.app.exam.exam import Exam
from etude.app.versions import versions
from etude.domain.job import Job
from etude.domain.task import Task

if TYPE_CHECKING:
    from etude.sandbox import Sandbox

# Of the program below, where the questions' solutions were measured: two quiet cores.
MEASURED_SECONDS = 1.3
_SLOW = 3.0
_GIGABYTE = 1 << 30
_ROOM_BYTES = 2 * _GIGABYTE
_RUNS = 2
_FILE = "speed.py"
_PROGRAM = b"""\
import keras
import numpy as np

rng = np.random.default_rng(0)
pixels = rng.random((2048, 28, 28, 1), dtype=np.float32)
labels = rng.integers(0, 10, 2048)
model = keras.Sequential(
    [
        keras.Input((28, 28, 1)),
        keras.layers.Conv2D(16, 3, activation="relu"),
        keras.layers.MaxPooling2D(),
        keras.layers.Flatten(),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
model.fit(pixels, labels, epochs=2, batch_size=64, verbose=0)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """One line of the checklist.

    Attributes:
      ready: False where the exam would suffer; found: what is there; attempt: what to try.
    """

    what: str
    ready: bool
    found: str
    attempt: str = ""


def checklist(exam: Exam, workspace: Path) -> Iterator[Readiness]:
    """Each line as soon as it is known; the last ones run a program.

    Raises:
      SandboxUnavailable: nothing can be run here, so no exam can be sat.
    """
    yield _tensorflow()
    yield _room(workspace)
    yield _isolation(exam.sandbox())
    yield _speed(exam.sandbox())


def _tensorflow() -> Readiness:
    found = versions()
    wanted = ("tensorflow", "keras", "python", "etude")
    told = ", ".join(f"{name} {found[name]}" for name in wanted if name in found)
    return Readiness(
        what="TensorFlow",
        ready="tensorflow" in found,
        found=told if "tensorflow" in found else "none is installed",
        attempt='pip install "etude[cpu]"',
    )


def _room(workspace: Path) -> Readiness:
    """Of the disk on which the workspace is to be."""
    there = next(path for path in (workspace, *workspace.parents) if path.is_dir())
    free = shutil.disk_usage(there).free
    return Readiness(
        what="Free disk",
        ready=free >= _ROOM_BYTES,
        found=f"{free / _GIGABYTE:.1f} GB",
        attempt=f"every save is kept: have {_ROOM_BYTES // _GIGABYTE} GB free",
    )


def _isolation(sandbox: "Sandbox") -> Readiness:
    """Asking starts the worker, which shows that it can be started."""
    level = sandbox.isolation.level
    return Readiness(
        what="Isolation",
        ready=level > 1,
        found=f"level {level} of 3",
        attempt="at level 1 a program could read the sealed data; the result tells the level. "
        "etude worker status says what is missing",
    )


def _speed(sandbox: "Sandbox") -> Readiness:
    """The quicker of two: the first may still be loading."""
    job = Job(
        task=msgspec.json.encode(Task(program=_FILE, as_script=True, sources=[_FILE])),
        files={_FILE: _PROGRAM},
    )
    outcomes = [sandbox.run(job) for _ in range(_RUNS)]
    for outcome in outcomes:
        if outcome.fault is not None:
            found = f"the trial did not run to its end: {outcome.detail or outcome.reason}"
            return Readiness(what="Speed", ready=False, found=found, attempt="etude worker stop")
    seconds = min(outcome.phases["run"] for outcome in outcomes) / 1e3
    times = seconds / MEASURED_SECONDS
    return Readiness(
        what="Speed",
        ready=times <= _SLOW,
        found=f"a small training takes {seconds:.1f} s, {times:.1f} times what it took where the "
        "solutions were measured",
        attempt="end other programs; trainings will take that much longer here",
    )

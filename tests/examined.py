"""A small question of an exam, programs that write what is handed in for it, and their marks.

A row has four numbers; its class is where the largest of the first three stands. What every file
is worth is known beforehand: one point for the contract, four for bars on the hidden rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from etude.checks.base import Check
from etude.checks.element_spec import Tensor
from etude.checks.reaches_bars import ReachesBars
from etude.checks.saved_contract import SavedContract
from etude.domain.exercise import Exercise, Kind
from etude.domain.job import Limits
from etude.domain.marked import Marked
from etude.domain.submission import Submission
from etude.exams.seal import salt_of, sealed
from etude.grading.mark import Marker
from etude.grading.plan import DataSource, program_job
from etude.sandbox import Sandbox

FILE = "model.keras"
CLASSES = ("red", "green", "blue")
ROWS = 200
INPUTS = np.random.default_rng(3).random((ROWS, 4)).astype(np.float32)
LABELS = INPUTS[:, :3].argmax(axis=1).astype(np.int64)
ARRAYS = {"inputs": INPUTS, "labels": LABELS, "classes": np.array(CLASSES)}

BEGINNING = f"""
import os
import keras
import numpy as np
from keras import layers, ops

FILE = {FILE!r}
inputs = keras.Input((4,))

def save(outputs):
    keras.Model(inputs, outputs).save(FILE)

def fixed(weights, bias=(0, 0, 0), **options):
    layer = layers.Dense(3, **options)
    layer.build((None, 4))
    layer.set_weights([np.array(weights, "float32"), np.array(bias, "float32")])
    return layer
"""
RIGHT = "save(fixed(50 * np.eye(4, 3), activation='softmax')(inputs))\n"
CONSTANT = "save(fixed(np.zeros((4, 3)), (1, 0, 0), activation='softmax')(inputs))\n"
CONTRACT_ALONE = 1


def checks(*, artifact: str = FILE, classes: Sequence[str] = CLASSES) -> Sequence[Check]:
    """The marking scheme, for a file of this name whose outputs stand for these classes."""
    return [
        SavedContract(
            name="contract",
            artifact=artifact,
            takes={"": Tensor(shape=(4,), dtype="float32")},
            gives=Tensor(shape=(len(classes),), dtype="float32"),
            most_bytes=500_000,
        ),
        ReachesBars(
            name="bars",
            artifact=artifact,
            hidden="rows",
            classes=tuple(classes),
            lower=(0.6, 0.7, 0.8),
            bar=0.95,
            points=4,
            after=("contract",),
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """Runs programs and marks what they leave, as an exam does."""

    sandbox: Sandbox
    limits: Limits = field(default_factory=lambda: Limits(cpu_seconds=20))

    @property
    def question(self) -> Exercise:
        return Exercise(
            id="tests/question", title="", summary="", skills=(), kind=Kind.QUESTION, level=1,
            minutes=1, folder=Path(), limits=self.limits,
        )  # fmt: skip

    def hand_in(
        self, program: str, *, artifact: str = FILE, beginning: str = BEGINNING
    ) -> Mapping[str, bytes]:
        """The files that the program leaves where they are asked for, however it ends."""
        file = self.question.file_name
        files = {file: (beginning + program).encode()}
        submission = Submission(exercise=self.question.id, file=file, files=files)
        source = DataSource(public=Path, hidden=lambda name: ARRAYS)
        asked = checks(artifact=artifact)
        outcome = self.sandbox.run(program_job(self.question, submission, asked, source))
        brought = outcome.artifacts.values()
        return {one.name: one.content for one in brought if one.content is not None}

    def mark(
        self,
        files: Mapping[str, bytes],
        asked: Sequence[Check] | None = None,
        *,
        seed: int = 7,
        is_sealed: bool = True,
    ) -> Marked:
        def hidden(name: str) -> Mapping[str, np.ndarray]:
            return sealed(ARRAYS, seed=seed, salt=salt_of(files)) if is_sealed else ARRAYS

        data = DataSource(public=Path, hidden=hidden)
        marker = Marker(sandbox=self.sandbox, data=data, versions={})
        return marker.mark(self.question, files, asked or checks())

    def mark_program(self, program: str) -> Marked:
        return self.mark(self.hand_in(program))

"""A model with classes of the program's own comes back from its file as it was."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from etude.checks.survives_saving import SurvivesSaving
from etude.checks.values import Arrays, Name
from etude.domain.verdict import Status

Probe = Callable[..., Mapping[str, Any]]
CHECK = SurvivesSaving(of=Name(name="model"), inputs=Arrays(shape=(4, 3)), name="survives")
ANSWERS = np.array([[1.0, 2.0], [3.0, 4.0]], dtype=np.float32)
MODEL = {"key": "1", "kind": "sequential"}
PROGRAM = """
import keras
@keras.saving.register_keras_serializable()
class Scale(keras.layers.Layer):
    def __init__(self, factor=1.0, **kwargs):
        super().__init__(**kwargs)
        self.factor = factor
    def call(self, values):
        return values * self.factor
    def get_config(self):
        return {**super().get_config(), "factor": self.factor}
model = keras.Sequential([keras.Input((3,)), Scale(factor=5.0), keras.layers.Dense(2)])
"""


def test_the_same_predictions_pass() -> None:
    assert (
        CHECK.judge({"model": MODEL, "saved": ANSWERS, "loaded": ANSWERS}).status is Status.PASSED
    )


def test_other_predictions_are_told_by_how_much() -> None:
    verdict = CHECK.judge({"model": MODEL, "saved": ANSWERS, "loaded": ANSWERS + 1})

    assert verdict.received == "predictions that differ by up to 1, once it is loaded again"


def test_no_model_is_told() -> None:
    assert CHECK.judge({"no_model": "NoneType"}).received == "None"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("old", "new", "received"),
    [
        ("", "", ""),
        (', "factor": self.factor', "", "once it is loaded again"),
        ("@keras.saving.register_keras_serializable()\n", "", "'Scale'"),
        ('"factor": self.factor', '"size": 1', "Scale"),
    ],
)
def test_a_model_is_saved_and_loaded(old: str, new: str, received: str, probe: Probe) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.replace(old, new) if old else PROGRAM))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received

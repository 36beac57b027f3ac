"""The recall of each class, by name."""

from typing import Any

import numpy as np
import pytest

from etude.checks.class_recall import ClassRecall
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = ClassRecall(
    name="recall",
    of=Name(name="told"),
    by=Name(name="model"),
    inputs=Name(name="x"),
    labels=Name(name="labels"),
    classes=("cat", "dog"),
)
# Of three cats two are named so; the dog is; two of two named cats are cats, one of two dogs a dog.
ANSWERS = {
    "outputs": np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]),
    "labels": np.array([0, 0, 0, 1]),
}
PROGRAM = """
import keras, numpy as np, tensorflow as tf
x = np.array([[1, 0], [1, 0], [0, 1], [0, 1]], "float32")
labels = np.array([0, 0, 0, 1])
model = keras.Sequential([keras.Input((2,)), keras.layers.Rescaling(1.0)])
told = TOLD
"""


def test_recall_passes_but_for_rounding() -> None:
    assert CHECK.judge({**ANSWERS, "told": {"cat": 0.667, "dog": 1.0}}).status is Status.PASSED


def test_precision_is_recognised() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": {"cat": 1.0, "dog": 0.5}})

    assert verdict.status is Status.FAILED
    assert verdict.expected.startswith("cat: 0.667")
    assert "this is the precision" in verdict.attempt


def test_per_cent_is_recognised() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": {"cat": 66.7, "dog": 100.0}})

    assert verdict.attempt == "a share lies between 0 and 1"


def test_missing_names_are_told() -> None:
    assert CHECK.judge({**ANSWERS, "told": {"cat": 1.0}}).received == "cat"
    assert CHECK.judge({**ANSWERS, "told": None, "type": "list"}).received == "a list"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("{'cat': 2 / 3, 'dog': 1}", Status.PASSED),
        ("{'cat': np.float32(2 / 3), 'dog': tf.constant(1.0)}", Status.PASSED),
        ("[2 / 3, 1]", Status.FAILED),
        ("{'cat': np.nan, 'dog': 1}", Status.FAILED),
    ],
)
def test_takes_numbers_of_any_kind(probe: Any, told: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.replace("TOLD", told))).status is status

"""A confusion matrix must count what the model answers, true classes in rows."""

from typing import Any

import numpy as np
import pytest

from etude.checks.confusion_matrix import ConfusionMatrix
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = ConfusionMatrix(
    name="counted", of=Name(name="told"), by=Name(name="model"), inputs=Name(name="data")
)
OUTPUTS = np.array([[2.0, 1.0], [0.0, 3.0], [0.5, 0.1], [0.0, 1.0]])
ANSWERS = {"outputs": OUTPUTS, "labels": np.array([0, 0, 1, 1])}
LOPSIDED = {"outputs": OUTPUTS, "labels": np.array([0, 0, 0, 1])}
PROGRAM = """
import keras, numpy as np, tensorflow as tf
x = np.array([[2.0, 1.0], [0.0, 3.0], [0.5, 0.1], [0.0, 1.0]], "float32")
data = tf.data.Dataset.from_tensor_slices((x, [0, 0, 1, 1])).batch(3)
model = keras.Sequential([keras.Input((2,)), keras.layers.Rescaling(1.0)])
told = TOLD
"""


def test_the_counts_pass_as_any_kind_of_number() -> None:
    for kind in (np.int32, np.float64):
        told = np.array([[1, 1], [1, 1]], kind)

        assert CHECK.judge({**ANSWERS, "told": told, "type": "ndarray"}).status is Status.PASSED


def test_columns_for_true_classes_are_told() -> None:
    verdict = CHECK.judge({**LOPSIDED, "told": np.array([[2, 0], [1, 1]]), "type": "ndarray"})

    assert verdict.status is Status.FAILED
    assert "rows and columns have changed places" in verdict.attempt


def test_examples_that_are_not_counted_are_told() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": np.array([[1, 1], [1, 0]]), "type": "ndarray"})

    assert verdict.received == "3 counted, 1 of them on the diagonal"


def test_counts_of_other_examples_ask_for_the_order() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": np.array([[2, 0], [0, 2]]), "type": "ndarray"})

    assert "in the same order" in verdict.attempt


def test_what_is_no_matrix_is_told() -> None:
    assert CHECK.judge({**ANSWERS, "told": None, "type": "NoneType"}).received == "a NoneType"
    flat = CHECK.judge({**ANSWERS, "told": np.zeros(4), "type": "ndarray"})
    assert flat.received == "an array of shape (4,)"


def test_one_output_per_example_cannot_be_counted() -> None:
    verdict = CHECK.judge({"outputs": np.zeros((4, 1)), "labels": np.zeros(4), "told": None})

    assert verdict.received == "outputs of shape (4, 1)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("tf.math.confusion_matrix([0, 0, 1, 1], [0, 1, 0, 1])", Status.PASSED),
        ("[[1, 1], [1, 1]]", Status.PASSED),
        ("None", Status.FAILED),
        ("{'a': 1}", Status.FAILED),
        ("[[1], [1, 1]]", Status.FAILED),
    ],
)
def test_asks_the_programs_own_model(probe: Any, told: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.replace("TOLD", told))).status is status

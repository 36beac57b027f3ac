"""How often the true class is among the first guesses."""

from typing import Any

import numpy as np
import pytest

from etude.checks.top_share import TopShare
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = TopShare(
    name="top",
    of=Name(name="told"),
    by=Name(name="model"),
    inputs=Name(name="x"),
    labels=Name(name="labels"),
    guesses=2,
)
ANSWERS = {"outputs": np.array([[3, 2, 1], [3, 2, 1], [1, 2, 3.0]]), "labels": np.array([0, 1, 0])}
PROGRAM = """
import keras, numpy as np, tensorflow as tf
x = np.array([[3, 2, 1], [3, 2, 1], [1, 2, 3]], "float32")
labels = np.array([0, 1, 0])
model = keras.Sequential([keras.Input((3,)), keras.layers.Rescaling(1.0)])
told = TOLD
"""


def test_the_share_passes() -> None:
    assert CHECK.judge({**ANSWERS, "told": np.array(2 / 3)}).status is Status.PASSED


def test_plain_accuracy_is_recognised() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": np.array(1 / 3)})

    assert verdict.status is Status.FAILED
    assert verdict.attempt == "this is plain accuracy"


def test_one_answer_per_example_is_no_share() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": np.array([True, True, False]), "type": "ndarray"})

    assert verdict.received == "an array of shape (3,)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("2 / 3", Status.PASSED),
        ("tf.reduce_mean(tf.cast(tf.math.in_top_k(labels, x, 2), 'float32'))", Status.PASSED),
        ("None", Status.FAILED),
        ("'two thirds'", Status.FAILED),
    ],
)
def test_takes_a_number_of_any_kind(probe: Any, told: str, status: Status) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.replace("TOLD", told))).status is status

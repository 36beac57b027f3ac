"""What was trained must reach a stated bar on held-out examples."""

from typing import Any

import numpy as np
import pytest

from etude.checks.reaches_score import ReachesScore
from etude.checks.scores import Metric
from etude.checks.values import Name
from etude.domain.verdict import Status

NAMES = {"by": Name(name="model"), "inputs": Name(name="x"), "labels": Name(name="y")}
CHECK = ReachesScore(name="score", bar=0.75, things="cars", plain="guessing gives 0.500", **NAMES)
ERROR = ReachesScore(name="error", bar=2.0, metric=Metric.MAE, **NAMES)
LABELS = np.array([0, 1, 1, 0])
PROGRAM = """
import keras, numpy as np, tensorflow as tf
x = np.array([[0.0], [1.0], [1.0], [0.0]], "float32")
y = np.array([0, 1, 1, 0])
data = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(4).batch(3)
model = keras.Sequential([keras.Input((1,)), keras.layers.Rescaling(3.0, -1.5)])
def decide(x):
    return x[:, 0] > 0.5
"""


@pytest.mark.parametrize(
    "outputs",
    [
        [[0.2], [0.9], [0.7], [0.1]],
        [-3.0, 4.0, 0.3, -1.0],  # logits: beyond [0, 1]
        [[0.9, 0.1], [0.2, 0.8], [-1.0, 5.0], [3.0, 4.0]],
    ],
)
def test_enough_right_answers_pass(outputs: Any) -> None:
    facts = {"outputs": np.array(outputs), "labels": LABELS}

    assert CHECK.judge(facts).status is Status.PASSED


def test_a_missed_bar_tells_what_was_reached_and_what_guessing_gives() -> None:
    verdict = CHECK.judge({"outputs": np.ones((4, 1)), "labels": LABELS[:, np.newaxis]})

    assert verdict.expected == "an accuracy of at least 0.75 on the cars"
    assert verdict.received == "0.500 on 4 of them; guessing gives 0.500"


@pytest.mark.parametrize(("right", "status"), [(3, Status.PASSED), (2, Status.FAILED)])
def test_the_score_is_measured_whether_it_passes_or_not(right: int, status: Status) -> None:
    outputs = np.where(np.arange(4) < right, LABELS, 1 - LABELS)

    verdict = CHECK.judge({"outputs": outputs, "labels": LABELS})

    assert verdict.status is status
    assert verdict.measured == {"accuracy": right / 4}


def test_an_error_passes_from_the_bar_downwards() -> None:
    labels = np.array([20.0, 30.0])

    assert ERROR.judge({"outputs": np.array([[21.0], [33.0]]), "labels": labels}).points == 1
    assert ERROR.judge({"outputs": np.array([[21.0], [34.0]]), "labels": labels}).points == 0


@pytest.mark.parametrize("shape", [(4, 24, 1), (4, 3), (5, 1)])
def test_outputs_that_cannot_be_compared_one_by_one_are_told(shape: tuple[int, ...]) -> None:
    verdict = ERROR.judge({"outputs": np.zeros(shape), "labels": LABELS})

    assert verdict.received == f"outputs of shape {shape} for labels of shape (4,)"


def test_answers_that_are_no_numbers_are_told() -> None:
    verdict = ERROR.judge({"outputs": np.full((4, 1), np.nan), "labels": LABELS})

    assert verdict.received == "4 of 4 values are NaN or infinite"


@pytest.mark.tensorflow
@pytest.mark.parametrize(("by", "inputs"), [("model", "x"), ("decide", "x"), ("model", "data")])
def test_a_model_or_a_function_is_asked_about_an_array_or_a_dataset(
    probe: Any, by: str, inputs: str
) -> None:
    labels = None if inputs == "data" else Name(name="y")
    check = ReachesScore(
        name="score", bar=1.0, by=Name(name=by), inputs=Name(name=inputs), labels=labels
    )

    assert check.judge(probe(check, PROGRAM)).status is Status.PASSED


@pytest.mark.tensorflow
def test_labels_that_are_no_numbers_are_the_learners_fault(probe: Any) -> None:
    check = ReachesScore(
        bar=0.5, by=Name(name="decide"), inputs=Name(name="x"), labels=Name(name="nothing")
    )

    facts = probe(check, PROGRAM + "nothing = None\n")

    assert check.judge(facts).received == "labels (nothing) that are no numbers but NoneType"


FLIPPED = """
import keras, numpy as np, tensorflow as tf
y = np.arange(16) % 2
pictures = np.eye(2, dtype="float32")[y].reshape(16, 1, 2, 1)
data = tf.data.Dataset.from_tensor_slices((pictures, y)).batch(8)
model = keras.Sequential([
    keras.Input((1, 2, 1)), keras.layers.RandomFlip("horizontal"), keras.layers.Flatten()
])
"""


@pytest.mark.tensorflow
def test_pictures_are_not_varied_while_a_model_is_asked(probe: Any) -> None:
    check = ReachesScore(name="score", bar=1.0, by=Name(name="model"), inputs=Name(name="data"))

    assert check.judge(probe(check, FLIPPED)).status is Status.PASSED

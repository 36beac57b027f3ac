"""A program must tell the truth about its model."""

from typing import Any

import numpy as np
import pytest
from msgspec import structs

from etude.checks.tells_score import TellsScore
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = TellsScore(
    name="told", of=Name(name="accuracy"), by=Name(name="model"), inputs=Name(name="data")
)
ANSWERS = {"outputs": np.array([0.0, 1.0, 1.0, 1.0]), "labels": np.array([0, 1, 1, 0])}
PROGRAM = """
import keras, numpy as np, tensorflow as tf
x = np.array([[0.0], [1.0], [1.0], [0.0]], "float32")
data = tf.data.Dataset.from_tensor_slices((x, [0, 1, 1, 0])).shuffle(4).batch(3)
model = keras.Sequential([keras.Input((1,)), keras.layers.Rescaling(3.0, -1.5)])
accuracy = ACCURACY
"""


def test_the_true_number_passes_but_for_rounding() -> None:
    assert CHECK.judge({**ANSWERS, "told": 0.754}).status is Status.PASSED


def test_a_rounded_number_is_not_the_true_one_where_single_examples_count() -> None:
    check = structs.replace(CHECK, within=0.002)

    assert check.judge({**ANSWERS, "told": 0.76}).status is Status.FAILED


def test_another_number_is_told_beside_the_true_one() -> None:
    verdict = CHECK.judge({**ANSWERS, "told": 0.1})

    assert verdict.expected == "accuracy = 0.750: what model reaches on data"
    assert verdict.received == "0.100"


@pytest.mark.parametrize("told", [75.0, 3.0])
def test_a_share_that_is_told_as_a_percentage_or_a_count_is_asked_for_as_a_share(
    told: float,
) -> None:
    verdict = CHECK.judge({**ANSWERS, "told": told})

    assert verdict.attempt == "an accuracy is a share, between 0 and 1"


def test_an_array_is_no_number() -> None:
    assert CHECK.judge({**ANSWERS, "told": None}).received == "no single number"


def test_a_model_whose_answers_cannot_be_scored_is_told() -> None:
    verdict = CHECK.judge({**ANSWERS, "outputs": np.zeros((4, 2, 2)), "told": 0.5})

    assert verdict.received == "outputs of shape (4, 2, 2) for labels of shape (4,)"


@pytest.mark.tensorflow
@pytest.mark.parametrize(("told", "status"), [("1.0", Status.PASSED), ("0.2", Status.FAILED)])
def test_shuffled_data_are_read_in_one_pass(probe: Any, told: str, status: Status) -> None:
    facts = probe(CHECK, PROGRAM.replace("ACCURACY", told))

    assert CHECK.judge(facts).status is status


@pytest.mark.tensorflow
@pytest.mark.parametrize("told", ["None", "'0.75'"])
def test_what_is_no_number_is_the_learners_fault(probe: Any, told: str) -> None:
    facts = probe(CHECK, PROGRAM.replace("ACCURACY", told))

    assert CHECK.judge(facts).received == "no single number"

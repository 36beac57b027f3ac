"""The learner states a number that is true."""

import pytest

from etude.checks.returns_value import ReturnsValue
from etude.checks.values import Name
from etude.domain.verdict import Status

COUNT = Name(name="PARAMETERS")
CHECK = ReturnsValue(of=COUNT, parameters_of=Name(name="model"), name="value")
PROGRAM = """\
import keras
import numpy as np
import tensorflow as tf
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
PARAMETERS = {}
"""


def test_passes_the_truth() -> None:
    assert CHECK.judge({"stated": 10.0, "type": "int", "truth": 10}).status is Status.PASSED


def test_fails_without_telling_the_truth() -> None:
    verdict = CHECK.judge({"stated": 225_035.0, "type": "int", "truth": 225_034})

    assert verdict.status is Status.FAILED
    assert verdict.received == "225,035"
    assert "225,034" not in verdict.expected + verdict.attempt
    assert "model.summary()" in verdict.attempt


def test_fails_on_what_is_no_number() -> None:
    assert CHECK.judge({"stated": None, "type": "NoneType", "truth": 10}).received == "None"
    assert CHECK.judge({"stated": None, "type": "str", "truth": 10}).received == "a str"


def test_fails_without_a_model_to_compare_with() -> None:
    verdict = CHECK.judge({"stated": 10.0, "type": "int", "no_model": "NoneType"})

    assert verdict.expected == "model gives a Keras model"


def test_a_fixed_truth_may_be_missed_by_a_little() -> None:
    check = ReturnsValue(of=COUNT, equals=0.25, within=0.01, what="the share of gaps")

    assert check.judge({"stated": 0.255, "type": "float"}).status is Status.PASSED
    assert check.judge({"stated": 0.27, "type": "float"}).status is Status.FAILED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("stated", "status"),
    [
        ("10", Status.PASSED),
        ("np.int64(10)", Status.PASSED),
        ("tf.constant(10)", Status.PASSED),
        ("model.count_params()", Status.PASSED),
        ("11", Status.FAILED),
        ("'10'", Status.FAILED),
        ("True", Status.FAILED),
        ("[10, 10]", Status.FAILED),
    ],
)
def test_compares_with_the_learners_own_model(  # type: ignore[no-untyped-def]
    probe, stated: str, status: Status
) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(stated))).status is status

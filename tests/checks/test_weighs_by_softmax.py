"""Weights of words that are a softmax."""

from typing import Any

import pytest

from etude.checks.values import Name
from etude.checks.weighs_by_softmax import WeighsBySoftmax
from etude.domain.verdict import Status

CHECK = WeighsBySoftmax(of=Name(name="model"), words=60, name="weighs")
PROGRAM = """\
import keras
from keras import layers, ops
tokens = keras.Input((None,), dtype="int32")
vectors = layers.Embedding(60, 8)(tokens)
scores = layers.Dense(1{})(vectors)[:, :, 0]
shares = {}
model = keras.Model(tokens, shares / ops.sum(shares, axis=1, keepdims=True))
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("activation", "shares", "status"),
    [
        ("", "ops.softmax(scores, axis=1)", Status.PASSED),
        ("", "ops.exp(scores)", Status.PASSED),
        ("", "ops.sigmoid(scores)", Status.FAILED),
        ("", "ops.square(scores)", Status.FAILED),
        (', activation="sigmoid"', "scores", Status.FAILED),
    ],
)
def test_the_logarithms_of_a_softmax_are_linear(
    probe: Any, activation: str, shares: str, status: Status
) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(activation, shares))).status is status


def test_says_how_far_the_weights_are_off() -> None:
    model = {"key": "1", "kind": "functional"}

    verdict = CHECK.judge({"model": model, "bent": 0.25})

    assert verdict.received.endswith("by up to 0.25")

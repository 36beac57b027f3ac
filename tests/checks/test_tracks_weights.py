"""Weights of a layer of one's own."""

from typing import Any

import pytest

from etude.checks.tracks_weights import TracksWeights
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = TracksWeights(of=Name(name="model"), layer="Shift", count=2, name="tracked")
PROGRAM = """\
import keras
import tensorflow as tf
class Shift(keras.layers.Layer):
    def __init__(self):
        super().__init__()
        self.by = {}
    def call(self, inputs):
        return inputs + self.by
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1), {}])
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("by", "last", "received"),
    [
        ("self.add_weight(shape=(2,))", "Shift()", ""),
        ("self.add_weight(shape=()) + self.add_weight(shape=())", "Shift()", ""),
        ("keras.Variable([1.0, 2.0])", "keras.Sequential([Shift()])", ""),
        ("self.add_weight(shape=())", "Shift()", "1 of them among model.trainable_weights"),
        ("tf.Variable(1.0)", "Shift()", "0 of them among model.trainable_weights"),
        ("1.0", "Shift()", "0 of them among model.trainable_weights"),
        ("1.0", "keras.layers.Dense(1)", "no layer Shift in model"),
    ],
)
def test_looks_for_the_layer_and_for_its_weights(
    probe: Any, by: str, last: str, received: str
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(by, last)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert verdict.received == received

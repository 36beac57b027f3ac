"""A layer of one's own, with given weights."""

from typing import Any

import pytest

from etude.checks.layer_computes import LayerComputes
from etude.checks.values import Arrays, Call
from etude.domain.verdict import Status

CHECK = LayerComputes(
    of=Call(function="Times"),
    inputs=Arrays(shape=(1, 3), fill="ramp"),
    weights=(Arrays(shape=(3,), fill="ramp"),),
    outputs=[[0.0, 1.0, 4.0]],
    formula="each input times its weight",
    name="computes",
)
PROGRAM = """\
import keras
class Times(keras.layers.Layer):
    def build(self, shape):
        {weight}
    def call(self, inputs):
        return {result}
"""
WEIGHT = "self.factor = self.add_weight(shape=(shape[-1],))"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("weight", "result", "received"),
    [
        (WEIGHT, "self.factor * inputs", ""),
        (WEIGHT, "self.factor + inputs", "2 there"),
        (WEIGHT, "keras.ops.sum(self.factor * inputs)", "()"),
        ("self.factor = self.add_weight(shape=())", "self.factor * inputs", "()"),
        ("pass", "inputs", "no trainable weights"),
    ],
)
def test_compares_outputs_for_given_weights(
    probe: Any, weight: str, result: str, received: str
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(weight=weight, result=result)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert verdict.received == received


def test_says_what_came_instead_of_a_layer() -> None:
    assert CHECK.judge({"no_layer": "NoneType"}).received == "a NoneType"

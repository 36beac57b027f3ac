"""Networks that should learn in layers of one kind."""

from typing import Any

import pytest

from etude.checks.learns_in_layers import LearnsInLayers
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = LearnsInLayers(of=Name(name="model"), kinds=("Dense",), name="dense")
PROGRAM = """\
import keras
from keras import layers
model = keras.Sequential([keras.Input((6,)), {}, layers.Dense(1)])
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "inside",
    [
        "layers.Dense(4), layers.BatchNormalization(), layers.PReLU(), layers.Dropout(0.1)",
        "layers.Normalization(), keras.Sequential([keras.Input((6,)), layers.Dense(4)])",
        "layers.Reshape((6, 1)), layers.TimeDistributed(layers.Dense(2)), layers.Flatten()",
    ],
)
def test_what_learns_is_dense_wherever_it_stands(probe: Any, inside: str) -> None:
    assert CHECK.judge(probe(CHECK, PROGRAM.format(inside))).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("layer", "received"),
    [("layers.LSTM(3)", "LSTM (lstm)"), ("layers.Bidirectional(layers.GRU(3))", "GRU (")],
)
def test_other_layers_with_weights_are_named(probe: Any, layer: str, received: str) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(f"layers.Reshape((6, 1)), {layer}")))

    assert verdict.expected == "weights in Dense layers only"
    assert received in verdict.received

"""Outputs that come from one hidden layer."""

from typing import Any

import pytest

from etude.checks.outputs_share_layer import OutputsShareLayer
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = OutputsShareLayer(of=Name(name="model"), shapes=((3,),), name="shared")
PROGRAM = """\
import keras
from keras import layers
scale = layers.Normalization(mean=[1.0, 2.0, 3.0], variance=[1.0, 1.0, 1.0])
inputs = keras.Input((3,))
scaled = scale(inputs)
hidden = layers.Dense(4, activation="relu", name="hidden")(scaled)
kind = layers.Dense(2, activation="softmax", name="kind")(hidden)
{}
model = keras.Model(inputs, [kind, size])
"""


def judged(probe: Any, program: str) -> Any:
    return CHECK.judge(probe(CHECK, program))


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "line",
    [
        'size = layers.Dense(1, name="size")(hidden)',
        'size = layers.Dense(1, name="size")(layers.Dense(2)(hidden))',
        'size = keras.Sequential([keras.Input((4,)), layers.Dense(1)], name="size")(hidden)',
    ],
)
def test_passes_heads_on_one_layer(probe: Any, line: str) -> None:
    assert judged(probe, PROGRAM.format(line)).status is Status.PASSED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    "line",
    [
        'size = layers.Dense(1, name="size")(scaled)',
        'size = layers.Dense(1, name="size")(layers.Dense(4, name="other")(scaled))',
    ],
)
def test_fails_outputs_that_share_the_scaling_only(probe: Any, line: str) -> None:
    verdict = judged(probe, PROGRAM.format(line))

    assert verdict.status is Status.FAILED
    assert "output 1 made by hidden, kind; output 2 made by" in verdict.received


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("given", "status"), [("self.hidden(x)", Status.PASSED), ("x", Status.FAILED)]
)
def test_looks_into_a_model_that_is_a_class(probe: Any, given: str, status: Status) -> None:
    program = f"""\
import keras
from keras import layers
class Both(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden, self.kind, self.size = layers.Dense(4), layers.Dense(2), layers.Dense(1)
    def call(self, x):
        return self.kind(self.hidden(x)), self.size({given})
model = Both()
"""

    assert judged(probe, program).status is status

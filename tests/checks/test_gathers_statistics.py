"""Batch normalisation that has gathered what it predicts with."""

from typing import Any

import pytest

from etude.checks.gathers_statistics import GathersStatistics
from etude.checks.values import Name
from etude.domain.verdict import Status

CHECK = GathersStatistics(of=Name(name="model"), name="gathered")
PROGRAM = """\
import keras
import numpy as np
class Own(keras.Model):
    def __init__(self):
        super().__init__()
        self.norm = {}
        self.last = keras.layers.Dense(1)
    def call(self, inputs, training=False):
        return self.last(self.norm(inputs{}))
model = Own()
model.compile(optimizer="sgd", loss="mse")
model.fit(np.full((8, 3), 5.0), np.zeros(8), verbose=0)
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("layer", "told", "status"),
    [
        ("BatchNormalization()", ", training=training", Status.PASSED),
        ("BatchNormalization()", ", training=False", Status.FAILED),
        ("Dropout(0.5)", "", Status.PASSED),
    ],
)
def test_tells_moving_averages_that_moved(
    probe: Any, layer: str, told: str, status: Status
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(f"keras.layers.{layer}", told)))

    assert verdict.status is status


@pytest.mark.tensorflow
def test_says_which_layer_is_as_it_was_before_training(probe: Any) -> None:
    program = PROGRAM.format('keras.layers.BatchNormalization(name="scale")', ", training=False")

    verdict = CHECK.judge(probe(CHECK, program))

    assert verdict.received == "mean 0 and variance 1 in scale, as before training"

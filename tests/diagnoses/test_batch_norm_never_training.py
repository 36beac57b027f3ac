"""Batch normalisation that is told for good that it does not train."""

from dataclasses import replace

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import batch_norm_never_training
from etude.domain.health import Health, LayerHealth

PROGRAM = """\
class Scaled(keras.Model):
    def __init__(self):
        super().__init__()
        self.normalize = keras.layers.BatchNormalization()

    def call(self, inputs):
        return self.normalize(inputs, training=False)
"""
LAYER = LayerHealth(name="batch_normalization", kind="BatchNormalization", line=4, moved=0.0)


@pytest.mark.parametrize(
    ("layer", "fires"),
    [
        (LAYER, True),
        (replace(LAYER, trainable=False), False),
        (replace(LAYER, moved=0.8), False),
        (replace(LAYER, line=40), False),
    ],
    ids=["learned nothing", "frozen", "moved", "another layer"],
)
def test_fires_on_a_layer_that_was_to_learn_and_gathered_nothing(
    layer: LayerHealth, fires: bool
) -> None:
    fits = [trained(health=Health(layers=[layer]))]

    finding = batch_norm_never_training.match(evidence(fits=fits, program=PROGRAM))

    assert (finding.line if finding is not None else 0) == (7 if fires else 0)

"""An optimizer that meets weights it does not know."""

from collections.abc import Callable

import pytest
from described import evidence

from etude.diagnoses.catalogue import optimizer_of_other_variables as diagnosis
from etude.diagnoses.evidence import Evidence

LOOP = """\
import keras, tensorflow as tf
base = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
base.trainable = False
model = keras.Sequential([keras.Input((1,)), base, keras.layers.Dense(1)])
optimizer = keras.optimizers.Adam()
for epoch in range(2):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(model(tf.ones((2, 1)), training=True))
    weights = model.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    base.trainable = True
"""


@pytest.mark.tensorflow
def test_fires_in_a_loop_that_unfreezes(evidence_of: Callable[[str], Evidence]) -> None:
    finding = diagnosis.match(evidence_of(LOOP))

    assert finding is not None
    assert finding.line == 5
    assert "not among those it first saw in line 10" in finding.evidence


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(evidence(error="Unknown variable x")) is None
    assert diagnosis.match(evidence()) is None

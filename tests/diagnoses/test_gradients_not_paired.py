"""apply_gradients without pairs."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import gradients_not_paired as diagnosis
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """\
import keras, tensorflow as tf
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
optimizer = keras.optimizers.SGD(0.1)
with tf.GradientTape() as tape:
    loss = tf.reduce_sum(model(tf.ones((2, 1))))
weights = model.trainable_variables
gradients = tape.gradient(loss, weights)
"""
WRONG = {
    "optimizer.apply_gradients(gradients, weights)": "got 2 arguments",
    "optimizer.apply_gradients(gradients)": "without their weights",
    "optimizer.apply_gradients(zip(model.trainable_variables, gradients))": "before their",
}


@pytest.mark.parametrize("step", WRONG)
def test_fires_at_the_real_error(step: str, evidence_of: Callable[[str], Evidence]) -> None:
    finding = diagnosis.match(evidence_of(HEAD + step + "\n"))

    assert finding is not None
    assert finding.line == 8
    assert WRONG[step] in finding.evidence


def test_is_silent_on_pairs_with_another_error(evidence_of: Callable[[str], Evidence]) -> None:
    program = HEAD + "optimizer.apply_gradients(zip([None, None], weights))\n"

    assert diagnosis.match(evidence_of(program)) is None

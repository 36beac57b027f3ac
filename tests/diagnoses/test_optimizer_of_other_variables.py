"""An optimizer that meets weights it does not know."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from described import evidence

from etude.diagnoses.catalogue import optimizer_of_other_variables as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Error, ErrorFrame

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


@pytest.mark.tensorflow
def test_points_at_a_model_of_an_old_file_that_was_not_compiled_again(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = """\
import keras, numpy as np
model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
model.compile("adam", keras.losses.MeanSquaredError())
model.fit(np.ones((8, 1)), np.ones((8, 1)), verbose=0)
model.save("m.h5")
again = keras.models.load_model("m.h5")
again.fit(np.ones((8, 1)), np.ones((8, 1)), verbose=0)
optimizer = keras.optimizers.Adam()
"""
    finding = diagnosis.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 6
    assert "read from 'm.h5'" in finding.evidence
    assert "compile the model again" in finding.change


def test_does_not_point_at_an_optimizer_that_is_made_later() -> None:
    frame = ErrorFrame(file="program.py", line=4, function="<module>")
    refused = Error(
        type="ValueError",
        message="Unknown variable: <v>. This optimizer can only be called",
        frames=[frame],
    )
    program = "\n\n\nmodel.fit(x, y)\noptimizer = keras.optimizers.Adam()\n"

    finding = diagnosis.match(replace(evidence(program=program), errors=[refused]))

    assert finding is not None
    assert finding.line == 4


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(evidence(error="Unknown variable x")) is None
    assert diagnosis.match(evidence()) is None

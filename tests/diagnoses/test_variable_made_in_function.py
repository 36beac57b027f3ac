"""Variables and layers made where a graph is built."""

from collections.abc import Callable

import pytest
from described import evidence
from stopped import failed

from etude.diagnoses.catalogue import variable_made_in_function as diagnosis
from etude.diagnoses.evidence import Evidence

MADE = {
    "a variable": "    return a + tf.Variable(1.0)\n",
    "a layer": "    return keras.layers.Dense(3)(a)\n",
}


@pytest.mark.tensorflow
@pytest.mark.parametrize("what", MADE)
def test_fires_in_the_function(what: str, evidence_of: Callable[[str], Evidence]) -> None:
    program = f"import keras, tensorflow as tf\n@tf.function\ndef grown(a):\n{MADE[what]}"

    finding = diagnosis.match(
        evidence_of(program + "for _ in range(2):\n    grown(tf.ones((2, 2)))")
    )

    assert finding is not None
    assert finding.line == 4
    assert finding.change == "make it once outside grown"


@pytest.mark.tensorflow
def test_fires_on_a_weight_that_is_made_in_call(evidence_of: Callable[[str], Evidence]) -> None:
    program = """\
import keras
class Shift(keras.layers.Layer):
    def call(self, inputs):
        self.shift = self.add_weight(shape=())
        return inputs + self.shift
layer = Shift()
layer(keras.ops.zeros((1, 2)))
layer(keras.ops.zeros((1, 2)))
"""

    finding = diagnosis.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 4
    assert finding.change == "make it once in __init__ and use it as self... in call"


def test_is_silent_on_other_errors() -> None:
    assert diagnosis.match(evidence(error="in user code: no such variable")) is None


SINGLETON = "tf.function only supports singleton tf.Variables created on the first call."
STEP = """\
@tf.function
def train_step({given}):
    {made}
    optimizer.apply_gradients(zip(gradients, variables))
"""


def test_tells_of_a_second_optimizer_that_makes_its_variables_too_late() -> None:
    program = STEP.format(given="optimizer, gradients", made="pass")

    finding = diagnosis.match(failed(program, SINGLETON, line=4))

    assert finding is not None
    assert finding.line == 4
    assert "optimizer.build(model.trainable_variables)" in finding.change


def test_an_optimizer_made_in_the_function_is_to_be_made_outside() -> None:
    program = STEP.format(given="gradients", made="optimizer = keras.optimizers.Adam()")

    finding = diagnosis.match(failed(program, SINGLETON, line=4))

    assert finding is not None
    assert finding.change == "make it once outside train_step"

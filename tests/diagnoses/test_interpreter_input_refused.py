"""Inputs that a converted model does not take."""

from collections.abc import Callable

import pytest
from stopped import failed

from etude.diagnoses.catalogue import interpreter_input_refused as diagnosis
from etude.diagnoses.evidence import Evidence

PROGRAM = """\
import keras, numpy as np, tensorflow as tf
model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
content = tf.lite.TFLiteConverter.from_keras_model(model).convert()
interpreter = tf.lite.Interpreter(model_content=content)
interpreter.allocate_tensors()
interpreter.set_tensor(interpreter.get_input_details()[0]["index"], {given})
"""


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("given", "what", "change"),
    [
        ("np.zeros((1, 4))", "wants float32 and is given float64", 'astype("float32")'),
        ('np.zeros((3, 4), "float32")', "wants 1 along axis 0 and is given 3", "one example"),
        ('np.zeros((4,), "float32")', "wants 2 axes and is given 1", "x[None]"),
    ],
)
def test_fires_at_the_real_error(
    given: str, what: str, change: str, evidence_of: Callable[[str], Evidence]
) -> None:
    finding = diagnosis.match(evidence_of(PROGRAM.format(given=given)))

    assert finding is not None
    assert finding.line == 6
    assert what in finding.evidence
    assert change in finding.change


@pytest.mark.parametrize("message", ["Cannot set tensor: Tensor is unallocated", "no file"])
def test_is_silent_on_other_errors(message: str) -> None:
    assert diagnosis.match(failed("", message)) is None

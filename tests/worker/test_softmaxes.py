"""A softmax that a program takes itself is seen with the size of its axis."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

PROGRAM = """
import keras, tensorflow as tf
scores = tf.zeros((2, 5, 1))
tf.nn.softmax(scores)
keras.ops.softmax(scores, axis=1)
keras.layers.Softmax()(scores)
"""


def test_a_softmax_is_told_with_its_axis(watch: Watch) -> None:
    seen = watch(PROGRAM)

    told = [call.arguments | {"line": call.line} for call in seen.evidence.calls_of("softmax")]
    assert [(one["line"], one["axis"], one["size"]) for one in told] == [(4, 2, 1), (5, 1, 5)]

"""decode_image and what needs a shape."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import picture_without_shape
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import keras
import numpy as np
import tensorflow as tf
png = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
files = tf.data.Dataset.from_tensors((png, 1.0))
model = keras.Sequential([keras.layers.Conv2D(1, 3), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile("sgd", "mse")
def read(content, label):
    return tf.cast(tf.image.decode_image(content), "float32"), label
"""


def test_fires_when_a_model_meets_the_picture(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}model.fit(files.map(read).batch(1), verbose=0)\n")

    finding = picture_without_shape.match(evidence)

    assert finding is not None, evidence.errors
    assert finding.line == 9
    assert "line 10 needs it" in finding.evidence


def test_is_silent_without_an_error(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}print(list(files.map(read)))\n")

    assert not evidence.errors
    assert picture_without_shape.match(evidence) is None


def test_is_silent_on_another_error(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(f"{HEAD}tf.reshape(tf.range(5), (2, 2))\n")

    assert evidence.errors
    assert picture_without_shape.match(evidence) is None

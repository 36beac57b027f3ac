"""Examples that fit into no common batch."""

from collections.abc import Callable

import pytest

from etude.diagnoses.catalogue import sizes_differ_in_batch
from etude.diagnoses.evidence import Evidence

pytestmark = pytest.mark.tensorflow

HEAD = """import keras
import numpy as np
import tensorflow as tf
def rows():
    yield np.ones(3), 1.0
    yield np.ones(4), 0.0
pairs = tf.data.Dataset.from_generator(
    rows, output_signature=(tf.TensorSpec((None,)), tf.TensorSpec(())))
"""


def test_tells_the_shapes_when_a_loop_meets_them(evidence_of: Callable[[str], Evidence]) -> None:
    finding = sizes_differ_in_batch.match(
        evidence_of(HEAD + "for _ in pairs.batch(2):\n    pass\n")
    )

    assert finding is not None
    assert finding.line == 9
    assert "[3]" in finding.evidence
    assert "[4]" in finding.evidence


def test_points_at_the_batch_when_fit_meets_them(evidence_of: Callable[[str], Evidence]) -> None:
    program = HEAD + (
        "data = pairs.batch(2)\n"
        "inputs = keras.Input((None,))\n"
        "model = keras.Model(inputs, keras.ops.mean(inputs, axis=1, keepdims=True))\n"
        "model.compile('sgd', 'mse')\n"
        "model.fit(data, verbose=0)\n"
    )

    finding = sizes_differ_in_batch.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 9


def test_pictures_of_one_size_with_other_channels_are_told_how_to_be_decoded(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = (
        "import numpy as np\n"
        "import tensorflow as tf\n"
        "def pictures():\n"
        "    yield np.ones((8, 8, 1))\n"
        "    yield np.ones((8, 8, 3))\n"
        "found = tf.data.Dataset.from_generator(\n"
        "    pictures, output_signature=tf.TensorSpec((None, None, None)))\n"
        "for _ in found.batch(2):\n"
        "    pass\n"
    )

    finding = sizes_differ_in_batch.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 8
    assert "channels=" in finding.change
    assert "resize" not in finding.change


@pytest.mark.parametrize("rows", ["[[1, 2], [3]]", "np.array([np.ones(2), np.ones(3)], object)"])
def test_points_at_a_source_of_uneven_rows(
    rows: str, evidence_of: Callable[[str], Evidence]
) -> None:
    program = f"{HEAD}data = tf.data.Dataset.from_tensor_slices({rows})\n"

    finding = sizes_differ_in_batch.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 9


def test_is_silent_on_another_error(evidence_of: Callable[[str], Evidence]) -> None:
    evidence = evidence_of(HEAD + "tf.reshape(tf.range(5), (2, 2))\n")

    assert evidence.errors
    assert sizes_differ_in_batch.match(evidence) is None


def test_tells_of_resizing_that_comes_after_batching(
    evidence_of: Callable[[str], Evidence],
) -> None:
    program = """\
import keras
import tensorflow as tf
def pictures():
    for side in (6, 9):
        yield tf.zeros((side, side, 3)), 0.0
spec = (tf.TensorSpec((None, None, 3)), tf.TensorSpec(()))
data = tf.data.Dataset.from_generator(pictures, output_signature=spec).batch(2)
data = data.map(lambda picture, label: (tf.image.resize(picture, (4, 4)), label))
model = keras.Sequential([keras.Input((4, 4, 3)), keras.layers.Flatten(), keras.layers.Dense(1)])
model.compile('sgd', 'mse')
model.fit(data, verbose=0)
"""

    finding = sizes_differ_in_batch.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 7
    assert finding.change.startswith("resize before batching: move map in line 8")

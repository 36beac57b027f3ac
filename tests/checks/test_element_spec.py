"""Shapes and dtypes of elements: every equivalent answer passes, every other one is explained."""

import pytest

from etude.checks.element_spec import ElementSpec, Tensor
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

DATA = Call(function="load", label="training data")
PARTS = {
    "0": Tensor(shape=(96, 96, 3), dtype="float32", label="images"),
    "1": Tensor(shape=(), integers=True, label="labels"),
}
CHECK = ElementSpec(of=DATA, parts=PARTS)


def facts(images=(None, 96, 96, 3), labels=(None,), *, dtypes=("float32", "int32"), **more):
    spec = [
        {"path": "0", "shape": images and list(images), "dtype": dtypes[0]},
        {"path": "1", "shape": labels and list(labels), "dtype": dtypes[1]},
    ]
    first = more.pop("first", 32)
    sample = [{"path": "0", "shape": [first, 96, 96, 3]}, {"path": "1", "shape": [first]}]
    data = {"kind": "dataset", "type": "D", "spec": spec, "sample": sample, "cardinality": 4}
    return {"data": data | more}


@pytest.mark.parametrize(
    "right",
    [
        facts(),
        facts((32, 96, 96, 3), (32,)),
        facts(labels=(None, 1)),
        facts(dtypes=("float32", "int64")),
        facts(dtypes=("float32", "uint8")),
        facts(first=20, cardinality=1),
    ],
)
def test_equivalent_elements_pass(right):
    assert CHECK.judge(right).status is Status.PASSED


@pytest.mark.parametrize(
    ("wrong", "received", "attempt"),
    [
        (facts((None, None, 96, 96, 3)), "images (None, None, 96, 96, 3) float32", "batched twice"),
        (facts((96, 96, 3), ()), "images (96, 96, 3) float32", ".batch(32)"),
        (facts((None, 64, 64, 3)), "images (None, 64, 64, 3) float32", ""),
        (facts((None, None, None, 3)), "images (None, None, None, 3) float32", "resize"),
        (facts((None, 96, 96, None)), "images (None, 96, 96, None) float32", "channels=3"),
        (facts(None), "images of unknown rank float32", "set_shape"),
        (facts(dtypes=("uint8", "int32")), "images of dtype uint8", "tf.cast"),
        (facts(dtypes=("float32", "float32")), "labels of dtype float32", "number"),
        (facts(dtypes=("float32", "string")), "labels of dtype string", "number"),
        (facts(labels=(None, 6)), "labels (None, 6) int32", "one-hot"),
        (facts(first=16), "a first batch of 16", ".batch(32)"),
        (facts((16, 96, 96, 3), (16,)), "images (16, 96, 96, 3) float32", ""),
    ],
)
def test_other_elements_are_named_and_explained(wrong, received, attempt):
    verdict = CHECK.judge(wrong)

    assert verdict.status is Status.FAILED
    assert verdict.received == received
    assert attempt in verdict.attempt


def test_elements_without_labels_are_named():
    wrong = facts()
    wrong["data"]["spec"].pop()

    verdict = CHECK.judge(wrong)

    assert verdict.received == "elements made of 1 tensor (0: (None, 96, 96, 3) float32)"
    assert verdict.attempt == "each element should be (images, labels)"


def test_something_else_than_a_dataset_is_named():
    verdict = CHECK.judge({"data": {"kind": "arrays", "type": "ndarray"}})

    assert verdict.received == "a ndarray, not a dataset"


def test_the_title_states_the_shapes():
    assert CHECK.title == (
        "training data: batches of 32: images (32, 96, 96, 3) float32, labels (32,) integers"
    )


@pytest.mark.tensorflow
def test_a_dataset_is_described(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    pictures = tf.zeros((70, 96, 96, 3))\n"
        "    return tf.data.Dataset.from_tensor_slices((pictures, tf.range(70))).batch(32)\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


@pytest.mark.tensorflow
def test_a_generator_is_drawn_from_as_the_learner_would(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    def pairs():\n"
        "        for i in range(70):\n"
        "            yield tf.zeros((96, 96, 3)), i\n"
        "    spec = (tf.TensorSpec((96, 96, 3)), tf.TensorSpec((), tf.int32))\n"
        "    return tf.data.Dataset.from_generator(pairs, output_signature=spec).batch(16)\n"
    )

    seen = probe(CHECK, program)

    assert seen["sizes"] == [16, 16]
    assert CHECK.judge(seen).received == "a first batch of 16"


@pytest.mark.tensorflow
def test_a_single_smaller_batch_of_unknown_number_passes(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    data = tf.data.Dataset.from_tensor_slices((tf.zeros((9, 96, 96, 3)), tf.range(9)))\n"
        "    return data.filter(lambda x, y: y > 3).batch(32)\n"
    )

    seen = probe(CHECK, program)

    assert seen["sizes"] == [5]
    assert CHECK.judge(seen).status is Status.PASSED


@pytest.mark.tensorflow
def test_what_runs_python_is_drawn_from_too(probe: Probe):
    program = (
        "import numpy as np, tensorflow as tf\n"
        "def picture(i):\n"
        "    return np.zeros((96, 96, 3), 'float32')\n"
        "def load():\n"
        "    def make(i):\n"
        "        x = tf.numpy_function(picture, [i], tf.float32)\n"
        "        return tf.ensure_shape(x, (96, 96, 3)), i\n"
        "    return tf.data.Dataset.range(70).map(make).batch(32)\n"
    )

    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


@pytest.mark.tensorflow
def test_what_fails_while_drawing_is_the_learners_error(probe: Probe):
    program = (
        "import tensorflow as tf\n"
        "def load():\n"
        "    def fail(i):\n"
        "        tf.debugging.assert_negative(i)\n"
        "        return tf.zeros((96, 96, 3)), i\n"
        "    return tf.data.Dataset.range(70).map(fail).batch(32)\n"
    )

    assert probe(CHECK, program)["error"]["type"] == "InvalidArgumentError"

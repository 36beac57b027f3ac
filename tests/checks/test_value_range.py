"""Values lie in the stated range and use it."""

import pytest

from etude.checks.value_range import ValueRange
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = ValueRange(of=Call(function="load", label="training data"))


def judged(low, high, nan=0):
    return CHECK.judge({"seen": {"low": low, "high": high, "nan": nan}, "data": {}})


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (0.1, 0.99), (-0.0005, 1.0005)])
def test_values_within_the_range_pass(low, high):
    assert judged(low, high).status is Status.PASSED


@pytest.mark.parametrize(
    ("low", "high", "attempt"),
    [
        (0.0, 255.0, "look at one batch"),
        (-1.0, 1.0, "look at one batch"),
        (-0.06, 1.05, "clip_by_value"),
        (0.0, 1 / 255, "scale once"),
    ],
)
def test_other_values_are_quoted(low, high, attempt):
    verdict = judged(low, high)

    assert verdict.status is Status.FAILED
    assert verdict.received == f"values between {low:.4g} and {high:.4g}"
    assert attempt in verdict.attempt


def test_nan_is_named():
    assert judged(0.0, 1.0, nan=3).received == "3 NaN values"


def test_text_has_no_range():
    assert CHECK.judge({"seen": None, "data": {}}).received == "no numbers"


GENERATOR = (
    "from_generator(lambda: iter([(x[0], 0)]), "
    "output_signature=(tf.TensorSpec((4,)), tf.TensorSpec((), tf.int32)))"
)
PYTHON = (
    "from_tensor_slices((x, y)).map(lambda a, b: "
    "(tf.numpy_function(lambda v: v, [a], tf.float32), b))"
)


@pytest.mark.tensorflow
@pytest.mark.parametrize("made", ["from_tensor_slices((x, y))", GENERATOR, PYTHON])
def test_the_range_is_seen_however_the_dataset_is_made(probe: Probe, made):
    program = (
        "import numpy as np, tensorflow as tf\n"
        "x, y = np.array([[0, 0.25, 0.5, 0.75]], 'float32'), [0]\n"
        f"def load():\n    return tf.data.Dataset.{made}.batch(1)\n"
    )

    seen = probe(CHECK, program)["seen"]

    assert (seen["low"], seen["high"], seen["nan"]) == (0.0, 0.75, 0)

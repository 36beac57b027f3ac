"""One resizing is enough; a second one in a row is seen."""

import pytest

from etude.checks.resizes_once import ResizesOnce
from etude.checks.values import Call
from etude.domain.verdict import Status
from tests.checks.conftest import Probe

CHECK = ResizesOnce(of=Call(function="load", label="training data"))

HEAD = """import numpy as np
import tensorflow as tf

pictures = np.zeros((6, 40, 50, 3), "float32")

def load():
    return tf.data.Dataset.from_tensor_slices(pictures).map(prepare).batch(2)
"""


def test_no_pair_passes():
    assert CHECK.judge({"resized_twice": []}).status is Status.PASSED


def test_a_pair_is_told_with_sizes_and_lines():
    pair = {"first_size": [256, 256], "first_line": 4, "then_size": [96, 96], "then_line": 5}

    verdict = CHECK.judge({"resized_twice": [pair]})

    assert verdict.received == "resized to 256x256 in line 4, then to 96x96 in line 5"
    assert verdict.line == 5


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("steps", "status"),
    [
        (["tf.image.resize(p, (24, 24))"], Status.PASSED),
        (["tf.image.resize(p, (24, 24))", "tf.image.resize(p, (24, 24))"], Status.PASSED),
        (["tf.image.resize(p, (64, 64))", "tf.image.resize(p, [24, 24])"], Status.FAILED),
        (
            ["tf.image.resize(p, (64, 64))", "p[:50, :50]", "tf.image.resize(p, [24, 24])"],
            Status.PASSED,
        ),
    ],
)
def test_live_calls_are_told_apart(probe: Probe, steps, status):
    body = "".join(f"    p = {step}\n" for step in steps)

    seen = probe(CHECK, f"{HEAD}def prepare(p):\n{body}    return p\n")

    assert CHECK.judge(seen).status is status


@pytest.mark.tensorflow
def test_a_reader_that_resizes_counts(probe: Probe):
    check = ResizesOnce(of=Call(function="read", args=("data/clip_art",)))
    program = (
        "import tensorflow as tf\n"
        "from tensorflow import keras\n"
        "def read(folder):\n"
        "    data = keras.utils.image_dataset_from_directory(folder, verbose=False)\n"
        "    return data.map(lambda x, y: (tf.image.resize(x, (96, 96)), y))\n"
    )

    verdict = check.judge(probe(check, program, data=("clip_art",)))

    assert verdict.received == "resized to 256x256 in line 4, then to 96x96 in line 5"

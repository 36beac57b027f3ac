"""What preprocess_input was given, told without changing what it does."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

HEAD = """
import keras
import numpy as np
import tensorflow as tf
pixels = np.arange(48, dtype="float32").reshape(1, 4, 4, 3)
"""


def test_tells_the_mode_and_the_range_before(watch: Watch) -> None:
    seen = watch(HEAD + "keras.applications.vgg16.preprocess_input(pixels)")

    call = seen.evidence.calls_of("preprocess_input")[0]
    assert call.line == 6
    assert call.arguments == {"mode": "caffe", "low": 0.0, "high": 47.0, "dtype": "float32"}


@pytest.mark.parametrize(
    "use",
    [
        "data = tf.data.Dataset.from_tensors(pixels).map(prepare)",
        "inputs = keras.Input((4, 4, 3))\nmodel = keras.Model(inputs, prepare(inputs))",
    ],
)
def test_tells_the_mode_alone_where_there_are_no_values(use: str, watch: Watch) -> None:
    seen = watch(f"{HEAD}prepare = keras.applications.mobilenet_v2.preprocess_input\n{use}\n")

    assert not seen.evidence.errors
    assert [call.arguments for call in seen.evidence.calls_of("preprocess_input")] == [
        {"mode": "tf"}
    ]


def test_networks_that_scale_inside_prepare_nothing(watch: Watch) -> None:
    seen = watch(HEAD + "keras.applications.efficientnet.preprocess_input(pixels)")

    assert seen.evidence.calls_of("preprocess_input") == []


def test_gives_what_it_gives_without_being_watched(watch: Watch) -> None:
    program = (
        HEAD + "print(keras.applications.xception.preprocess_input(pixels).tolist(), pixels.max())"
    )

    watched, alone = watch(program), watch(program, observe=False)

    assert watched.outcome.stdout == alone.outcome.stdout
    assert "0.99" in watched.outcome.stdout or "-0.6" in watched.outcome.stdout

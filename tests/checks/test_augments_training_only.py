"""Pictures must be varied in training, and only there."""

from typing import Any

import pytest

from etude.checks.augments_training_only import AugmentsTrainingOnly
from etude.domain.verdict import Status

CHECK = AugmentsTrainingOnly(name="varies")
PROGRAM = """
import keras, numpy as np, tensorflow as tf
from keras import layers
pictures = np.random.default_rng(0).uniform(0, 1, (8, 6, 6, 3)).astype("float32")
data = tf.data.Dataset.from_tensor_slices((pictures, np.arange(8) % 2))
flip = lambda picture, label: (tf.image.random_flip_left_right(picture), label)
brighter = lambda picture, label: (picture * 1.1, label)
zoom = layers.RandomZoom(0.2)
zoomed = lambda picture, label: (zoom(picture, training=True), label)
model = keras.Sequential([keras.Input((6, 6, 3)), *LAYERS, layers.Flatten(), layers.Dense(2)])
model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(data.TRAIN.batch(4), validation_data=data.WATCH.batch(4), verbose=0)
"""


def seen(**fields: Any) -> dict[str, Any]:
    return {"line": 5, "layers": [], "training": [], "validation": []} | fields


@pytest.mark.parametrize("fields", [{"layers": ["RandomFlip"]}, {"training": ["RandomUniform"]}])
def test_layers_and_operations_pass(fields: dict[str, Any]) -> None:
    assert CHECK.judge({"varied": [seen(**fields)]}).status is Status.PASSED


def test_pictures_that_stay_the_same_are_told() -> None:
    verdict = CHECK.judge({"varied": [seen()]})

    assert verdict.received == "the same pictures in every epoch"
    assert "RandomFlip" in verdict.attempt


def test_varied_validation_pictures_are_told_at_the_training() -> None:
    verdict = CHECK.judge({"varied": [seen(training=["X"], validation=["RandomUniform"])]})

    assert verdict.received == "random operations in their pipeline: RandomUniform"
    assert verdict.line == 5


def test_a_program_that_never_trains_varies_nothing() -> None:
    assert CHECK.judge({"varied": []}).status is Status.FAILED


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("layers", "train", "watch", "status"),
    [
        ("[layers.RandomFlip()]", "take(8)", "take(8)", Status.PASSED),
        ("[keras.Sequential([layers.RandomZoom(0.1)])]", "take(8)", "take(8)", Status.PASSED),
        ("[]", "map(flip)", "take(8)", Status.PASSED),
        ("[]", "map(zoomed)", "take(8)", Status.PASSED),
        ("[]", "shuffle(8)", "take(8)", Status.FAILED),
        ("[]", "map(brighter)", "take(8)", Status.FAILED),
        ("[]", "map(flip)", "map(flip)", Status.FAILED),
    ],
)
def test_the_probe_sees_where_pictures_are_varied(
    probe: Any, layers: str, train: str, watch: str, status: Status
) -> None:
    program = PROGRAM.replace("LAYERS", layers).replace("TRAIN", train).replace("WATCH", watch)

    assert CHECK.judge(probe(CHECK, program)).status is status

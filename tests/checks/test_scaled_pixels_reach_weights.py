"""Pixels are scaled once they reach the first layer that learns."""

from typing import Any

import pytest

from etude.checks.scaled_pixels_reach_weights import ScaledPixelsReachWeights
from etude.checks.values import Dataset, Name
from etude.domain.verdict import Status

CHECK = ScaledPixelsReachWeights(
    name="scaled", model=Name(name="model"), data=Name(name="training_data")
)

PROGRAM = """
import keras, numpy as np, tensorflow as tf
from keras import layers
pictures = np.random.default_rng(0).integers(0, 256, (8, 12, 12, 3)).astype("uint8")
data = tf.data.Dataset.from_tensor_slices((pictures, np.arange(8) % 2))
training_data = data.map(lambda picture, label: (PREPARED, label)).batch(4)
model = keras.Sequential([keras.Input((12, 12, 3)), *LAYERS, layers.Conv2D(2, 3), layers.Flatten()])
"""


def seen(low: float, high: float, layer: str = "conv2d") -> dict[str, Any]:
    return {"layer": layer, "low": low, "high": high}


@pytest.mark.parametrize(("low", "high"), [(0.0, 1.0), (-1.0, 1.0), (0.02, 0.9)])
def test_scaled_pixels_pass(low: float, high: float) -> None:
    assert CHECK.judge(seen(low, high)).status is Status.PASSED


def test_stored_pixels_are_told_with_their_range_and_the_layer() -> None:
    verdict = CHECK.judge(seen(0.0, 255.0))

    assert verdict.expected == "values between 0 and 1, or between -1 and 1"
    assert verdict.received == "values between 0 and 255 in conv2d"


def test_pixels_that_were_scaled_twice_are_told() -> None:
    assert "not twice" in CHECK.judge(seen(0.0, 0.0039)).attempt


def test_nan_does_not_pass() -> None:
    assert CHECK.judge(seen(float("nan"), float("nan"))).status is Status.FAILED


def test_a_model_without_weights_and_something_else_than_a_model_are_told() -> None:
    assert CHECK.judge(seen(0, 0, "")).received == "no layer with weights"
    assert CHECK.judge({"instead": "NoneType"}).received == "NoneType"


def program(prepared: str, layers: str) -> str:
    return PROGRAM.replace("PREPARED", prepared).replace("LAYERS", layers)


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("prepared", "layers", "high"),
    [
        ("tf.image.convert_image_dtype(picture, tf.float32)", "[]", 1.0),
        ("tf.cast(picture, tf.float32) / 127.5 - 1", "[]", 1.0),
        ("picture", "[layers.Rescaling(1 / 255)]", 1.0),
        ("picture", "[keras.Sequential([layers.Rescaling(1 / 255)])]", 1.0),
        ("picture", "[layers.RandomFlip()]", 255.0),
        ("tf.cast(picture, tf.float32) / 255", "[layers.Rescaling(1 / 255)]", 1 / 255),
    ],
)
def test_the_probe_sees_what_reaches_the_weights(
    probe: Any, prepared: str, layers: str, high: float
) -> None:
    facts = probe(CHECK, program(prepared, layers))

    assert facts["layer"] == "conv2d"
    assert facts["high"] == pytest.approx(high, rel=0.02)


@pytest.mark.tensorflow
def test_the_probe_sees_through_a_subclassed_model(probe: Any) -> None:
    subclassed = """
class Net(keras.Model):
    def __init__(self):
        super().__init__()
        self.head = layers.Dense(2)
        self.first = layers.Conv2D(4, 3)

    def call(self, pictures):
        return self.head(layers.Flatten()(self.first(pictures / 255.0)))

model = Net()
"""
    facts = probe(CHECK, program("tf.cast(picture, tf.float32)", "[]") + subclassed)

    assert facts["high"] == pytest.approx(1.0, rel=0.02)


@pytest.mark.tensorflow
def test_the_probe_leaves_the_model_as_it_was(probe: Any) -> None:
    watched = program("picture", "[]") + "\nbefore = dict(vars(model.layers[-2]))\n"

    facts = probe(CHECK, watched)

    assert "error" not in facts


@pytest.mark.tensorflow
def test_an_empty_dataset_is_a_fact(probe: Any) -> None:
    facts = probe(CHECK, program("picture", "[]") + "\ntraining_data = training_data.take(0)\n")

    assert facts == {"instead": "a dataset without examples"}


@pytest.mark.tensorflow
def test_a_dataset_of_nothing_is_the_learners_fault(probe: Any) -> None:
    of_names = Dataset(x=Name(name="nothing"), y=Name(name="nothing"))
    check = ScaledPixelsReachWeights(model=Name(name="nothing"), data=of_names)

    facts = probe(check, "nothing = None\n")

    assert facts["error"]["type"] == "ValueError"

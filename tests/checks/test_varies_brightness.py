"""Brightness that is varied on the scale of the pictures."""

from typing import Any

import pytest

from etude.checks.values import Name
from etude.checks.varies_brightness import VariesBrightness
from etude.domain.verdict import Status

CHECK = VariesBrightness(
    model=Name(name="model"),
    training=Name(name="learnt"),
    validation=Name(name="kept"),
    name="brightness",
)
PROGRAM = """\
import keras
import numpy as np
import tensorflow as tf
from keras import layers
keras.utils.set_random_seed(1)
rng = np.random.default_rng(0)
small = rng.uniform(0, 255, (24, 6, 6, 3)).astype("float32")
pictures = small.repeat(4, axis=1).repeat(4, axis=2)
data = tf.data.Dataset.from_tensor_slices((pictures, np.arange(24) % 2))
learnt = data.take(16).shuffle(16).batch(8).map(lambda x, y: ({mapped}, y))
kept = data.skip(16).batch(8)
model = keras.Sequential(
    [keras.Input((24, 24, 3)), {layers}, layers.Conv2D(2, 3), layers.Flatten(), layers.Dense(2)]
)
"""
SCALE = "layers.Rescaling(1 / 255)"
FLIP = 'layers.RandomFlip("horizontal")'


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("mapped", "layers", "received"),
    [
        ("x", f"{SCALE}, {FLIP}, layers.RandomBrightness(0.2, value_range=(0, 1))", ""),
        ("x", f"layers.RandomBrightness(0.2), {SCALE}", ""),
        ("tf.image.random_brightness(x, 0.2 * 255)", f"{SCALE}, {FLIP}", ""),
        ("x", f"{SCALE}, layers.RandomBrightness(0.2)", "come to the first layer"),
        ("x", f"layers.RandomBrightness(0.2, value_range=(0, 1)), {SCALE}", "come to the first"),
        ("tf.image.random_brightness(x, 0.2)", f"{SCALE}, {FLIP}", "a mean that changes by"),
        ("x", f"{SCALE}, {FLIP}", "a mean that changes by 0 from one time to the next"),
    ],
)
def test_compares_training_pictures_with_others_and_with_themselves(
    probe: Any, mapped: str, layers: str, received: str
) -> None:
    verdict = CHECK.judge(probe(CHECK, PROGRAM.format(mapped=mapped, layers=layers)))

    assert verdict.status is (Status.FAILED if received else Status.PASSED)
    assert received in verdict.received


def test_asks_for_a_model() -> None:
    assert CHECK.judge({"instead": "NoneType"}).received == "NoneType"

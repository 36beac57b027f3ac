"""A saved model must scale stored pixels itself."""

from typing import Any

import pytest

from etude.checks.saved_model_scales_pixels import SavedModelScalesPixels
from etude.domain.verdict import Status

CHECK = SavedModelScalesPixels(name="scales", artifact="model.keras", shape=(8, 8, 3))
PROGRAM = """
import keras
from keras import layers
model = keras.Sequential([keras.Input((8, 8, 3)), *LAYERS, layers.Conv2D(2, 3), layers.Flatten()])
model.save("model.keras")
"""


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-1, 1), (-2.1, 2.6)])
def test_small_numbers_pass(low: float, high: float) -> None:
    facts = {"layer": "conv2d", "low": low, "high": high}

    assert CHECK.judge(facts).status is Status.PASSED


def test_stored_pixels_in_the_first_weights_are_told() -> None:
    verdict = CHECK.judge({"layer": "conv2d", "low": 0.0, "high": 255.0})

    assert verdict.received == "values from 0 to 255 in conv2d"
    assert "a layer of the model" in verdict.attempt


def test_pixels_scaled_twice_are_told() -> None:
    verdict = CHECK.judge({"layer": "conv2d", "low": 0.0, "high": 1 / 255})

    assert verdict.attempt == "scale only once"


def test_a_missing_file_and_a_model_without_weights_are_told() -> None:
    assert CHECK.judge({"missing": True}).received == "no such file when the program had ended"
    assert CHECK.judge({"layer": "", "low": 0, "high": 0}).received == "no layer that learns"


@pytest.mark.tensorflow
@pytest.mark.parametrize(
    ("layers", "status"),
    [
        ("[layers.Rescaling(1 / 127.5, offset=-1)]", Status.PASSED),
        ("[layers.Normalization(mean=127, variance=5000)]", Status.PASSED),
        ("[keras.Sequential([layers.RandomFlip(), layers.Rescaling(1 / 255)])]", Status.PASSED),
        ("[]", Status.FAILED),
        ("[layers.RandomFlip()]", Status.FAILED),
    ],
)
def test_the_clean_process_looks_into_the_saved_model(
    probe: Any, layers: str, status: Status
) -> None:
    facts = probe(CHECK, PROGRAM.replace("LAYERS", layers), reload=True)

    assert CHECK.judge(facts).status is status


@pytest.mark.tensorflow
def test_batch_normalisation_at_the_beginning_scales_too(probe: Any) -> None:
    built = PROGRAM.replace("LAYERS", "[layers.BatchNormalization(momentum=0.0)]")
    learn = """import numpy as np
stored = np.random.default_rng(0).integers(0, 256, (64, 8, 8, 3)).astype("float32")
model.layers[0](stored, training=True)
model.save"""

    facts = probe(CHECK, built.replace("model.save", learn), reload=True)

    assert CHECK.judge(facts).status is Status.PASSED

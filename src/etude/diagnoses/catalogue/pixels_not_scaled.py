"""
The network is fed pixels between 0 and 255.

## Why it hurts
Weights start out for inputs of about the size of 1. Inputs a hundred times larger give huge activations
and gradients: the first loss is enormous, training is slow and noisy, and some networks never recover.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (64, 16, 16, 3)).astype("float32")
    labels = rng.integers(0, 3, 64)

    model = keras.Sequential([
        keras.Input((16, 16, 3)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(loss="sparse_categorical_crossentropy")
    model.fit(images, labels, epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (64, 16, 16, 3)).astype("float32")
    labels = rng.integers(0, 3, 64)

    model = keras.Sequential([
        keras.Input((16, 16, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(loss="sparse_categorical_crossentropy")
    model.fit(images, labels, epochs=1, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import refused
from etude.diagnoses.pixels import (
    first_weights_of_subclass,
    flat_pictures,
    line_of_pixels,
    pictures,
    takes_pixels_as_they_are,
    unscaled,
)
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = (*NUMBERS_GONE_WRONG, "inputs_not_scaled")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        if takes_pixels_as_they_are(fit.model) and (pixels := _unscaled(fit.train)):
            return _finding(_line(evidence, fit), "fit", pixels)
        first = first_weights_of_subclass(evidence.source, fit.model)
        if first is not None and (pixels := _unscaled(fit.train)):
            return _finding(first.line or fit.line, "fit", pixels)
    for facts in refused(evidence, "wanted_range"):
        data = next((d for d in evidence.returned if d.role == facts["data"]["role"]), None)
        pixels = _unscaled(data) if data else ""
        if data and pixels and facts["wanted_range"][1] <= 1:
            return _finding(line_of_pixels(evidence, data), data.role, pixels)
    return None


def _unscaled(data: Data) -> str:
    """The range of pixels that are not scaled, in words; empty otherwise."""
    pixels = pictures(data) or flat_pictures(data)
    if pixels is None or not unscaled(pixels):
        return ""
    return f"{pixels.low:.0f} and {pixels.high:.0f}"


def _finding(line: int, about: str, pixels: str) -> Finding:
    where = "what the model learns from" if about == "fit" else f"the {about}"
    return Finding(
        line=line,
        about=about,
        evidence=f"the pixels in {where} lie between {pixels}, and nothing scales them",
        change="divide them by 255.0, here or with a Rescaling(1 / 255) layer: in one place only",
    )


def _line(evidence: Evidence, fit: Fit) -> int:
    """Where the pipeline prepares the pictures; the network's first line when arrays came."""
    if fit.train.kind == "dataset":
        return line_of_pixels(evidence, fit.train)
    return fit.model.line or fit.line

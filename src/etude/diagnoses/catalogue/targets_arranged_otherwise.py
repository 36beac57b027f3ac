"""
The output holds as many numbers as the target, in another arrangement.

## Why it hurts
An autoencoder that begins with Flatten ends in a row of 784 numbers, and its target is a picture of 28 x 28. Keras compares
axis by axis and stops with words about dimensions that are not equal. One of the two has to take the other's shape.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((16, 8, 8)).astype("float32")
    model = keras.Sequential([
        keras.Input((8, 8)),
        keras.layers.Flatten(),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(64, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(pictures, pictures, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((16, 8, 8)).astype("float32")
    model = keras.Sequential([
        keras.Input((8, 8)),
        keras.layers.Flatten(),
        keras.layers.Dense(8, activation="relu"),
        keras.layers.Dense(64, activation="sigmoid"),
        keras.layers.Reshape((8, 8)),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(pictures, pictures, verbose=0)
"""

from collections.abc import Sequence
from math import prod

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.stops import labels_of, stop, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.network import find_layer

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "image-1", "dev-3")
GUIDE = "Keras API: Reshape layer"
EXPLAINS = ("predictions_broadcast_against_labels", "labels_do_not_match_outputs")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None or len(ended.model.outputs) != 1 or not ended.data:
        return None
    output, labels = ended.model.outputs[0], labels_of(ended.data[0])
    if len(labels) != 1 or not _same_numbers(output.shape, labels[0].shape):
        return None
    layer = find_layer(ended.model.layers, output.path)
    return Finding(
        line=layer_line(evidence.source, ended.model, layer) if layer else ended.line,
        about=ended.model.name,
        evidence=f"the output has the shape {told_shape(output.shape)} and the targets {told_shape(labels[0].shape)}: "
        "the same number of values, arranged in another way",
        change=f"end the model with keras.layers.Reshape({tuple(labels[0].shape or ())[1:]}), or reshape the targets",
    )


def _same_numbers(output: Sequence[int | None] | None, target: Sequence[int | None] | None) -> bool:
    """As many values per example, more than one, along other axes."""
    one, other = (list(shape or ())[1:] for shape in (output, target))
    sizes = [size for size in [*one, *other] if size is not None]
    if len(sizes) != len(one) + len(other) or len(one) == len(other):
        return False
    return prod(sizes[: len(one)]) == prod(sizes[len(one) :]) > 1

"""
The pictures have another number of channels than the model was built for.

## Why it hurts
A convolution has one set of weights per channel, so a model for colour pictures (3 channels) cannot take grey
ones (1 channel) or pictures with transparency (4), and the other way round. How many channels a file has is
easily overlooked: `decode_png` and `image_dataset_from_directory` let you choose.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((8, 8, 3)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8, 1)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.refusals import refusal, refused_sizes
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-3", "model-7")
GUIDE = "TensorFlow API: tf.keras.utils.image_dataset_from_directory"
EXPLAINS = ("feature_count_differs",)

_AXES_OF_PICTURES = 4
_CHANNELS = (1, 3, 4)
# What keras.applications says of an input_shape.
_READY_MODEL = re.compile(
    r"must have (?P<wanted>3) channels; Received `input_shape=\((?P<shape>.*?)\)`"
)


def match(evidence: Evidence) -> Finding | None:
    found = _of_a_layer(evidence) or _of_a_model(evidence) or _of_a_ready_model(evidence)
    if found is None or evidence.error is None:
        return None
    layer, wanted, given = found
    return Finding(
        line=evidence.error.line,
        evidence=f"{layer} was built for {_told(wanted)}, and got {_told(given)}",
        change=_change(wanted, given),
        about=layer,
    )


def _of_a_layer(evidence: Evidence) -> tuple[str, int, int] | None:
    """The layer, the channels that it was built for, and those that came."""
    refused = refusal(evidence)
    shape = refused.received if refused else None
    if refused is None or shape is None or len(shape) != _AXES_OF_PICTURES:
        return None
    if refused.size not in _CHANNELS or shape[-1] not in _CHANNELS:
        return None
    return refused.layer, int(refused.size or 0), int(shape[-1] or 0)


def _of_a_model(evidence: Evidence) -> tuple[str, int, int] | None:
    """A functional model, which knows what it is given before its layers see it."""
    shapes = refused_sizes(evidence)
    if shapes is None or len(shapes.given) != _AXES_OF_PICTURES:
        return None
    wanted, given = shapes.wanted[-1], shapes.given[-1]
    known = wanted in _CHANNELS and given in _CHANNELS and wanted != given
    return ("the model", int(wanted or 0), int(given or 0)) if known else None


def _of_a_ready_model(evidence: Evidence) -> tuple[str, int, int] | None:
    found = _READY_MODEL.search(evidence.error.message) if evidence.error else None
    given = found["shape"].split(",")[-1].strip() if found else ""
    return ("the ready-made model", 3, int(given)) if given.isdigit() else None


def _told(channels: int) -> str:
    kind = {1: " (grey)", 3: " (colour)", 4: " (colour and transparency)"}.get(channels, "")
    return f"{channels} channel{'s' if channels > 1 else ''}{kind}"


def _change(wanted: int, given: int) -> str:
    if (wanted, given) == (3, 1):
        return "repeat the grey channel, tf.image.grayscale_to_rgb(pictures), or build the model for one"
    if (wanted, given) == (1, 3):
        return (
            'read them in grey, color_mode="grayscale" or channels=1 where they are read '
            "(rgb_to_grayscale makes arrays grey), or build the model for three"
        )
    return f"read the files with {wanted} channels: channels={wanted} when decoding, or color_mode="

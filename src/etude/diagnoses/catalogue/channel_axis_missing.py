"""
Grey pictures have no channel axis, and a convolution needs one.

## Why it hurts
A two-dimensional layer wants (batch, height, width, channels). Grey pictures often come as (batch, height,
width), as those of MNIST do: the run stops with "expected min_ndim=4, found ndim=3". A model that begins with
`Input((28, 28, 1))` adds the missing axis by itself; one that leaves the axis out everywhere cannot.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((8, 8, 1)),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures[..., None], labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, shape_told
from etude.diagnoses.refusals import Refusal, refusal
from etude.diagnoses.source import Source, constant
from etude.diagnoses.stops import told_shape
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "image-3", "model-7")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = ()

_AXES_OF_PICTURES = 4
_CHANNELS = (1, 3, 4)
# What tf.image says.
_IMAGES = "'images' must have either 3 or 4 dimensions"


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is not None and _IMAGES in evidence.error.message:
        return _of_images(evidence.error)
    refused = refusal(evidence)
    if refused is None or not _lacks_channels(refused):
        return None
    reshape = _reshape(evidence.source, refused)
    if reshape is not None:
        return Finding(
            line=reshape.lineno,
            evidence=f"Reshape gives {told_shape(refused.received)}, and {refused.layer} wants four axes, (batch, height, "
            "width, channels): the last is missing",
            change=f"name it there: Reshape({_input(refused)})",
            about=refused.layer,
        )
    told = _told_shape(evidence.source, refused)
    return Finding(
        line=told.lineno if told else evidence.error.line if evidence.error else 0,
        evidence=f"{refused.layer} got {told_shape(refused.received)}: it wants four axes, (batch, "
        "height, width, channels), and the last is missing",
        change="add it to the data, pictures[..., None], and to the model, keras.Input("
        f"{_input(refused)})",
        about=refused.layer,
    )


def _reshape(source: Source, refused: Refusal) -> ast.expr | None:
    """The target of a layer ``Reshape`` that makes these very sides out of rows."""
    sides = tuple(refused.received or ())[1:]
    targets = (given(call, "target_shape", 0) for call in source.calls("Reshape"))
    return next((one for one in targets if one is not None and constant(one) == sides), None)


def _told_shape(source: Source, refused: Refusal) -> ast.expr | None:
    """Where the model is told these very sides, without the channels."""
    sides = tuple(refused.received or ())[1:]
    told = (shape_told(call) for call in source.all(ast.Call))
    return next((one for one in told if one is not None and constant(one) == sides), None)


def _of_images(error: Error) -> Finding:
    return Finding(
        line=error.line,
        evidence="tf.image got a picture without an axis of channels: it wants (height, width, channels), or several of them "
        "with an axis of examples in front",
        change="add the axis to the picture: picture[..., None], which has one channel, grey",
    )


def _lacks_channels(refused: Refusal) -> bool:
    """Three axes that are no single picture, whose last axis would be its few channels."""
    shape = refused.received
    if refused.axes != _AXES_OF_PICTURES or shape is None or len(shape) != _AXES_OF_PICTURES - 1:
        return False
    return shape[-1] not in _CHANNELS


def _input(refused: Refusal) -> str:
    sides = list(refused.received or ())[1:]
    return f"({', '.join(map(str, sides))}, 1)"

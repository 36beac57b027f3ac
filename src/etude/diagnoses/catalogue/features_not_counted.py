"""
The last axis of what a layer takes has no size yet, and its weights need one.

## Why it hurts
The number of weights follows from the size of the last axis, the channels of a picture or the features of a row. Height,
width and the number of steps may stay None, this one may not; Flatten makes it None where height, width or the number of
steps are.

## Example
    import keras

    pictures = keras.Input((None, None, None))
    outputs = keras.layers.Conv2D(8, 3)(pictures)

## Instead
    import keras

    pictures = keras.Input((None, None, 3))
    outputs = keras.layers.Conv2D(8, 3)(pictures)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series_shapes import series_shape
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "image-3", "dev-3")
GUIDE = "Keras guide: The Functional API"
EXPLAINS = ("none_counted_with",)

_NO_CHANNELS = "unsupported operand type(s) for %: 'NoneType' and 'int'"
_NO_FEATURES = re.compile(
    r"must be fully-defined.*shape=\(None,.*path='(?:[^']*/)?(?P<layer>[^'/]+)/[^'/]+'", re.DOTALL
)
_NO_SIDES = re.compile(
    r"ConvLSTM layers only support static input shapes.*input_shape=\((?P<shape>[^)]*)\)"
)
_CONVOLUTION = "convolutional"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    features = _NO_FEATURES.search(error.message)
    if found := _NO_SIDES.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"a ConvLSTM is given ({found['shape']}), and its height and width have to be known",
            change="keras.Input((None, 64, 64, 1)) with the height and width of the pictures; how many steps there are may stay open",
        )
    channels = error.message == _NO_CHANNELS and _CONVOLUTION in error.raised_by
    if not features and not channels:
        return None
    layer = features["layer"] if features else "the convolution"
    flat = evidence.source.calls("Flatten") if features else []
    if flat and (open_steps := _steps_left_open(evidence.source, error, layer)):
        return open_steps
    return Finding(
        line=error.line,
        evidence=f"the last axis of what {layer} is given is None: its weights cannot be made",
        change="keras.layers.GlobalAveragePooling2D() in the place of Flatten, or the height and width in keras.Input"
        if flat
        else "give the last axis its size in keras.Input: (None, None, 3) for colour pictures, (None, 4) for "
        "steps of four features",
    )


def _steps_left_open(source: Source, error: Error, layer: str) -> Finding | None:
    """A series of any length that is flattened; often the columns of a table, taken for channels."""
    steps, channels = series_shape(source) or (0, 0)
    if steps is not None:
        return None
    width = str(channels) if isinstance(channels, int) else "n"
    return Finding(
        line=error.line,
        evidence=f"the shape (None, {width}) leaves open how many steps there are, each of {width} numbers: what Flatten makes "
        f"of them has no known length, and the weights of {layer} cannot be made",
        change=f"rows of {width} numbers in a table are {width} steps of one number: input_shape=({width}, 1) and "
        f"x.reshape(-1, {width}, 1); of a true series say how many steps, (steps, {width}), or put GlobalMaxPooling1D() in the "
        "place of Flatten",
    )

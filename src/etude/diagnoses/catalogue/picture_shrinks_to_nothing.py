"""
Convolutions and pooling make the picture smaller until nothing is left.

## Why it hurts
A convolution of size 3 without padding takes 2 off height and width, and pooling halves them. A network for pictures
of 224 x 224 does not fit on 28 x 28: at some layer the size would become zero or negative.

## Example
    import keras
    from keras import layers

    model = keras.Sequential([
        keras.Input((10, 10, 1)),
        layers.Conv2D(4, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(4, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(4, 3, activation="relu"),
    ])

## Instead
    import keras
    from keras import layers

    model = keras.Sequential([
        keras.Input((10, 10, 1)),
        layers.Conv2D(4, 3, activation="relu", padding="same"),
        layers.MaxPooling2D(),
        layers.Conv2D(4, 3, activation="relu", padding="same"),
        layers.MaxPooling2D(),
        layers.Conv2D(4, 3, activation="relu", padding="same"),
    ])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "model-7", "dev-3")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = ()

_SAID = re.compile(
    r"output size would be (?:zero or )?negative|Negative dimension size|zero or negative"
)
_CUT_AWAY = re.compile(
    r"`cropping`.*smaller than.*shape=(?P<shape>\([^)]*\)),\s+cropping=(?P<cropping>\(.*\))",
    re.DOTALL,
)
_CHANNELS = (1, 3)
# A layer inside a network meets hardly ever a strip of so many pixels with just as many channels.
_SMALLEST_SIDE = 8
_SHAPE = re.compile(r"inputs?[._ ]shape=[\[(](?P<shape>[^\])]*)[\])]")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is not None and (cut := _CUT_AWAY.search(error.message)):
        return Finding(
            line=error.line,
            evidence=f"cropping {cut['cropping']} cuts away at both sides all of {cut['shape']}",
            change="crop less than half of the height and width; Cropping2D(1) takes one line from each side",
        )
    if error is None or not _SAID.search(error.message):
        return None
    first = _channels_first(evidence.source) or _met_so(error.message)
    if first is not None:
        channels, height, width = first
        return Finding(
            line=error.line,
            evidence=f"a layer gets {_left(error.message)}: the shape ({channels}, {height}, {width}) is "
            f"read as a picture {channels} pixel{'s' if channels > 1 else ''} high",
            change=f"put the channels last, ({height}, {width}, {channels}), in the data as well: "
            "np.moveaxis(pictures, 1, -1)",
        )
    return Finding(
        line=error.line,
        evidence=f"a layer gets {_left(error.message)} and would make less than nothing of it",
        change='padding="same" keeps the size in a convolution; or use fewer pooling layers, or '
        "larger pictures",
    )


def _left(message: str) -> str:
    """ "a picture of 1 x 1" when Keras tells the shape."""
    sizes = _sizes(message)
    return f"a picture of {sizes[1]} x {sizes[2]}" if len(sizes) == 4 else "too small a picture"


def _sizes(message: str) -> list[str]:
    found = _SHAPE.search(message)
    return [size for size in re.split(r"[,\s]+", found["shape"]) if size] if found else []


def _met_so(message: str) -> tuple[int, int, int] | None:
    """A strip one or three pixels high, as wide as it has channels: a square picture, channels first."""
    known = [int(size) for size in _sizes(message)[1:] if size.isdigit()]
    if len(known) != 3 or known[0] not in _CHANNELS:
        return None
    channels, height, width = known
    return (channels, height, width) if height == width >= _SMALLEST_SIDE else None


def _channels_first(source: Source) -> tuple[int, int, int] | None:
    """The shape of an input that begins with its channels, as other frameworks have it."""
    for call in source.all(ast.Call):
        given = [k.value for k in call.keywords if k.arg in ("input_shape", "shape")]
        if last_name(call.func) in ("Input", "InputLayer"):
            given += call.args[:1]
        if any(k.arg == "data_format" for k in call.keywords):
            return None
        for node in given:
            shape = constant(node)
            if _begins_with_channels(shape):
                return shape[0], shape[1], shape[2]
    return None


def _begins_with_channels(shape: object) -> bool:
    if (
        not isinstance(shape, tuple)
        or len(shape) != 3
        or not all(isinstance(n, int) for n in shape)
    ):
        return False
    return shape[0] in _CHANNELS and min(shape[1:]) > max(_CHANNELS)

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

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "model-7", "dev-3")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = ()

_SAID = re.compile(
    r"output size would be (?:zero or )?negative|Negative dimension size|zero or negative"
)
_SHAPE = re.compile(r"inputs?[._]shape=[\[(](?P<shape>[^\])]*)[\])]")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _SAID.search(error.message):
        return None
    return Finding(
        line=error.line,
        evidence=f"a layer gets {_left(error.message)} and would make less than nothing of it",
        change='padding="same" keeps the size in a convolution; or use fewer pooling layers, or '
        "larger pictures",
    )


def _left(message: str) -> str:
    """ "a picture of 1 x 1" when Keras tells the shape."""
    found = _SHAPE.search(message)
    sizes = [size for size in re.split(r"[,\s]+", found["shape"]) if size] if found else []
    return f"a picture of {sizes[1]} x {sizes[2]}" if len(sizes) == 4 else "too small a picture"

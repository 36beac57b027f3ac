"""
A convolution is given the sides of its kernel as two numbers, and the second is its stride.

## Why it hurts
`Conv2D(32, 3, 3)` meant 32 filters of 3 x 3 in the first Keras. Now the third argument is the stride: the kernel jumps three
pixels at a time, looks at every pixel once, and leaves a ninth of the places. Two such layers with
pooling make 5 x 5 of a picture of 224 x 224, and there is little left to tell classes apart by. Nothing warns.

## Example
    import keras
    from keras import layers

    model = keras.Sequential([
        keras.Input((64, 64, 3)),
        layers.Conv2D(32, 3, 3, activation="relu"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras
    from keras import layers

    model = keras.Sequential([
        keras.Input((64, 64, 3)),
        layers.Conv2D(32, (3, 3), activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, (3, 3), activation="relu"),
        layers.Flatten(),
        layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line
from etude.domain.finding import Finding, Severity

# Somebody may want a stride as wide as the kernel; one that is written so mostly was not wanted.
SEVERITY = Severity.WARNING
SKILLS = ("image-1", "dev-6", "dev-2")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = ("trained_too_short",)

_KINDS = ("Conv2D", "Convolution2D")
# Patches of 2, 4 or 16 pixels are cut with strides of their size on purpose; odd kernels are not.
_SIDES = (3, 5, 7)


def match(evidence: Evidence) -> Finding | None:
    for line, filters, side in _written(evidence):
        return Finding(
            line=line,
            about=f"Conv2D({filters}, {side}, {side})",
            evidence=f"Conv2D({filters}, {side}, {side}) has a kernel of {side} x {side} that moves by {side}: the "
            "third argument is the stride",
            change=f"Conv2D({filters}, ({side}, {side}), ...) moves by 1",
        )
    return None


def _written(evidence: Evidence) -> Iterator[tuple[int, object, int]]:
    """Line, filters and side of kernels whose sides are written one after the other."""
    for kind in _KINDS:
        for call in evidence.source.calls(kind):
            filters, side, stride = [argument(call, "", place) for place in range(3)]
            if isinstance(side, int) and side in _SIDES and side == stride:
                told = filters if isinstance(filters, int) else "filters"
                yield call_line(call), told, side

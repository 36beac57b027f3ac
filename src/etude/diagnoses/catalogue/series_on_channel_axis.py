"""
The series lies along the channels, so a convolution over time finds next to no steps.

## Why it hurts
`Conv1D` slides along the second axis of (examples, steps, channels). A series of 101 values that was given the shape (1, 101)
is a single step with 101 channels: there is nothing to slide along, and a kernel of 10 steps does not fit, nor does a pooling over two. Where it
does fit, with a kernel of 1 or padding, the values are mixed all at once, as by a Dense layer, and their order means nothing.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 1, 60)).astype("float32")
    model = keras.Sequential([
        keras.Input((1, 60)),
        keras.layers.Conv1D(8, 5, activation="relu"),
        keras.layers.GlobalMaxPooling1D(),
        keras.layers.Dense(1),
    ])

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 60, 1)).astype("float32")
    model = keras.Sequential([
        keras.Input((60, 1)),
        keras.layers.Conv1D(8, 5, activation="relu"),
        keras.layers.GlobalMaxPooling1D(),
        keras.layers.Dense(1),
    ])
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series_shapes import series_shape
from etude.diagnoses.source import Source, argument
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-5", "model-7", "dev-3")
GUIDE = "Keras API: Conv1D layer"
EXPLAINS = ("picture_shrinks_to_nothing",)

_SAID = re.compile(
    r"negative\. Received `inputs shape=\((?P<batch>\w+), (?P<steps>\d+), (?P<channels>\d+)\)`, "
    r"`kernel shape=\((?P<kernel>\d+), \d+, (?P<filters>\d+)\)`"
)
# A pooling, which names no kernel.
_POOLED = re.compile(
    r"negative\. Received: `inputs\.shape=\[None \d+ \d+\]`, `pool_size=\[(?P<pooled>\d+)\]`"
)
# Three sensors of 128 steps, laid the wrong way round, are (3, 128); a short series of many sensors is not that narrow.
_LONGER = 10


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    found = _SAID.search(error.message)
    if found is None:
        return _pooled_away(evidence.source, error)
    steps, channels, kernel = (int(found[name]) for name in ("steps", "channels", "kernel"))
    lies_along = kernel <= channels and channels >= _LONGER * steps
    if not lies_along or not _reads_inputs(evidence.source, int(found["filters"]), kernel):
        return None
    return Finding(
        line=error.line,
        evidence=f"the shape ({steps}, {channels}) is read as {_told(steps)} with {channels} channels, and the kernel "
        f"of Conv1D is {kernel} steps long",
        change=f"put the steps first, ({channels}, {steps}), where the model is built and in the data: "
        + _reshaped(steps, channels),
    )


def _pooled_away(source: Source, error: Error) -> Finding | None:
    """Steps that are fewer in the input itself than a pooling takes together."""
    found, shape = _POOLED.search(error.message), series_shape(source)
    if found is None or shape is None:
        return None
    steps, channels = shape
    if not isinstance(steps, int) or steps >= int(found["pooled"]):
        return None
    if isinstance(channels, int) and channels < _LONGER * steps:
        return None
    length = str(channels) if isinstance(channels, int) else "n"
    return Finding(
        line=error.line,
        evidence=f"the shape ({steps}, {length}) is read as {_told(steps)} with {length} channels, and the pooling "
        f"takes {found['pooled']} steps together",
        change=f"put the steps first, ({length}, {steps}), where the model is built and in the data: "
        + _reshaped(steps, length),
    )


def _told(steps: int) -> str:
    return "a single step" if steps == 1 else f"{steps} steps"


def _reshaped(steps: int, channels: int | str) -> str:
    """Values of one series keep their order; those of several have to be turned."""
    return f"x.reshape(-1, {channels}, 1)" if steps == 1 else "np.swapaxes(x, 1, 2)"


def _reads_inputs(source: Source, filters: int, kernel: int) -> bool:
    """Whether no convolution or pooling comes before the one that was refused."""
    layers = [*source.calls("Conv1D"), *source.calls("Convolution1D")]
    made = sorted(layers, key=lambda call: (call.lineno, call.col_offset))
    pools = [call for kind in ("MaxPooling1D", "AveragePooling1D") for call in source.calls(kind)]
    if not made or any(call.lineno < made[0].lineno for call in pools):
        return False
    return _may_be(made[0], "filters", 0, filters) and _may_be(made[0], "kernel_size", 1, kernel)


def _may_be(call: ast.Call, name: str, position: int, size: int) -> bool:
    """Whether an argument is this number, or something that is known only when it runs."""
    given = argument(call, name, position)
    return given in (size, (size,)) if isinstance(given, int | tuple) else True

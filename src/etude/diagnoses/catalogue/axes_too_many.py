"""
A layer is given an axis more than it works on.

## Why it hurts
Recurrent layers, and pooling along a series, work on three axes, (batch, steps, features); those for pictures on four, (batch,
height, width, channels). An axis more has no meaning to them, and they refuse it. Mostly the shape of an example was told
with the batch in it, which Keras adds by itself; or an Embedding got one-hot rows where it wants numbers; or pictures, or what
another layer gave, come with two axes for each step, and have to be laid out in one.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 3)).astype("float32")
    y = x.sum(axis=(1, 2))

    model = keras.Sequential([
        keras.layers.LSTM(8, input_shape=x.shape),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10, 3)).astype("float32")
    y = x.sum(axis=(1, 2))

    model = keras.Sequential([
        keras.Input(x.shape[1:]),
        keras.layers.LSTM(8),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)
"""

import ast
import re
from collections.abc import Sequence
from math import prod

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import INPUTS, shape_told
from etude.diagnoses.refusals import Refusal, refusal
from etude.diagnoses.source import (
    Source,
    argument,
    call_line,
    constant,
    dotted_name,
    last_name,
    spans,
)
from etude.diagnoses.stops import stop, told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-5", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ()

_SERIES, _PICTURES = 3, 4
_AXES = {_SERIES: "(batch, steps, features)", _PICTURES: "(batch, height, width, channels)"}
_NUMBER = re.compile(r"_\d+$")
_OF_PICTURES = ("Conv2D", "MaxPooling2D", "AveragePooling2D", "SeparableConv2D", "MaxPool2D")


def match(evidence: Evidence) -> Finding | None:
    refused, error = refusal(evidence), evidence.error
    if refused is None or error is None or refused.axes not in _AXES:
        return None
    received = list(refused.received or ())
    if len(received) != refused.axes + 1:
        return None
    told = _told(evidence.source, refused, error.line)
    return Finding(
        line=told.lineno if told is not None else error.line,
        evidence=f"{refused.layer} works on {_AXES[refused.axes]}, and got {told_shape(received)}"
        + (f": line {told.lineno} tells {told_shape(received[1:])} of one example" if told else ""),
        change=_without_batch(received, refused.axes)
        if told is not None
        else _change(evidence, refused, error.line, received),
        about=refused.layer,
    )


def _told(source: Source, refused: Refusal, line: int) -> ast.expr | None:
    """Where the program itself says this shape of an example, which Keras puts a batch in front of."""
    given = [
        (shape, name)
        for call in source.all(ast.Call)
        if (name := last_name(call.func)) and call.lineno <= line
        if (shape := shape_told(call)) is not None
        if name in INPUTS or spans(call, line) or _counts_rows(shape)
    ]
    same = [shape for shape, name in given if _is_it(shape, name, refused)]
    return same[-1] if same else None


def _is_it(shape: ast.expr, name: str, refused: Refusal) -> bool:
    """Whether it is the shape that was refused; one that is no literal where the layer's own call
    has it, or where it counts the rows.
    """
    sizes = constant(shape)
    if isinstance(sizes, tuple | list):
        return list(sizes) == list(refused.received or ())[1:]
    own = _NUMBER.sub("", refused.layer).replace("_", "") == name.lower()
    return (own and name not in INPUTS) or _counts_rows(shape)


def _counts_rows(shape: ast.expr) -> bool:
    """``x.shape`` as a whole, and a tuple that begins with ``x.shape[0]`` or ``len(x)``."""
    if isinstance(shape, ast.Attribute):
        return shape.attr == "shape"
    first = shape.elts[0] if isinstance(shape, ast.Tuple | ast.List) and shape.elts else None
    if isinstance(first, ast.Call):
        return dotted_name(first.func) == "len"
    whole = first.value if isinstance(first, ast.Subscript) else None
    return (
        isinstance(whole, ast.Attribute)
        and whole.attr == "shape"
        and isinstance(first, ast.Subscript)
        and constant(first.slice) == 0
    )


def _without_batch(received: Sequence[int | None], axes: int) -> str:
    first, last = received[1], received[-1]
    if first == 1 and last != 1 and axes == _SERIES:
        return _of_one(received)
    if last == 1 and first != 1:
        return f"leave the last axis out, of the shape and of the data, x[..., 0]: {told_shape(received[1:-1])}"
    return (
        "the shape is that of one example, without the batch, which Keras adds: "
        f"{told_shape(received[2:])}, or x.shape[1:]; where the data have that axis beside the "
        "batch, leave it out there too"
    )


def _of_one(received: Sequence[int | None]) -> str:
    """What stands in front may be a batch of one, or all examples as the steps of one series."""
    rows, columns = received[2:]
    return (
        f"tell the shape of one example, without the batch, which Keras adds: where x is {told_shape(received[1:])} "
        f"because its {rows} rows are the examples, x[0][..., np.newaxis] with y[0], and ({columns}, 1); where each "
        f"example has {rows} steps of {columns} values, {told_shape(received[2:])}, and x without an axis of one "
        "beside the batch, np.squeeze(x, 1)"
    )


def _change(evidence: Evidence, refused: Refusal, line: int, received: Sequence[int | None]) -> str:
    source = evidence.source
    if refused.axes == _PICTURES:
        return f"take an axis away before it, or let it work on each of the {_count(received[1])} alone: TimeDistributed(layer)"
    if embedding := _embedding(source, line, received):
        return (
            f"Embedding in line {call_line(embedding)} makes a vector of every number: give it token numbers (batch, steps), "
            "of one-hot rows x.argmax(axis=-1); or leave it out, where x holds vectors already"
        )
    if stop(evidence) is not None and 1 in received[1:]:
        return "take the axis of one out of the data: np.squeeze(x, axis), with 1 for the second axis and -1 for the last"
    alone = f"or let it read each of the {_count(received[1])} alone: TimeDistributed(layer)"
    return (
        f"lay the last two axes out in one, {_reshape(received)}{_meaning(source, line)} (Permute "
        f"first, where the steps are not the second axis); {alone}"
    )


def _embedding(source: Source, line: int, received: Sequence[int | None]) -> ast.Call | None:
    """The one above whose vectors are the last axis."""
    above = [call for call in source.calls("Embedding") if call.lineno <= line]
    wide = [call for call in above if argument(call, "output_dim", 1) == received[-1]]
    return wide[-1] if wide else None


def _reshape(received: Sequence[int | None]) -> str:
    """The layer that does it; -1 leaves the product to Keras where a size is not known."""
    rest = [size for size in received[2:] if size is not None]
    features = prod(rest) if len(rest) == len(received) - 2 else -1
    steps = received[1] if received[1] is not None else "steps"
    return f"keras.layers.Reshape(({steps}, {features}))"


def _meaning(source: Source, line: int) -> str:
    pictures = any(call.lineno <= line for kind in _OF_PICTURES for call in source.calls(kind))
    return ", which makes a step of each row of the picture" if pictures else ""


def _count(size: int | None) -> str:
    return f"{size} on the second axis" if size is not None else "ones on the second axis"

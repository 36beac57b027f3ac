"""
A convolution gets rows of numbers: height and width were given up before it.

## Why it hurts
`Flatten`, global pooling and the `Dense` layers behind them leave one row of numbers for each example, (batch, values). A
two-dimensional convolution or pooling wants (batch, height, width, channels), and the run stops with "expected min_ndim=4, found
ndim=2". The convolutions come first, all of them, and `Flatten` behind the last. In a loop that adds one block after the
other it is the indentation that decides: what belongs behind the loop and stands in it is added with every block.

## Example
    from keras import Input, Model, layers

    inputs = Input((16, 16, 3))
    x = inputs
    for filters in (4, 8):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
        x = layers.MaxPooling2D()(x)
        x = layers.Flatten()(x)
        x = layers.Dense(4)(x)
    model = Model(inputs, x)

## Instead
    from keras import Input, Model, layers

    inputs = Input((16, 16, 3))
    x = inputs
    for filters in (4, 8):
        x = layers.Conv2D(filters, 3, padding="same", activation="relu")(x)
        x = layers.MaxPooling2D()(x)
    x = layers.Flatten()(x)
    x = layers.Dense(4)(x)
    model = Model(inputs, x)
"""

import ast
from math import isqrt

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around
from etude.diagnoses.refusals import Refusal, refusal
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.stops import told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "model-7", "dev-3")
GUIDE = "Keras API: Flatten layer"
EXPLAINS = ()

_AXES_OF_PICTURES, _AXES_OF_ROWS = 4, 2
_FLATTENS = ("Flatten", "GlobalAveragePooling2D", "GlobalMaxPooling2D")
_KEEPS_SIDES = ("Conv2D", "MaxPooling2D", "MaxPool2D", "AveragePooling2D", "Conv2DTranspose")


def match(evidence: Evidence) -> Finding | None:
    refused, error = refusal(evidence), evidence.error
    if refused is None or error is None or not _are_rows(refused):
        return None
    line = _convolution(evidence.source, error.line)
    change = _out_of_loop(evidence.source, line) or _below(evidence.source, line) or _fold(refused)
    if not change:
        return None
    return Finding(
        line=line,
        evidence=f"{refused.layer} got {told_shape(refused.received)}, rows of numbers; it wants (batch, height, width, "
        "channels)",
        change=change,
        about=refused.layer,
    )


def _are_rows(refused: Refusal) -> bool:
    wants_pictures = refused.axes is not None and refused.axes >= _AXES_OF_PICTURES
    return wants_pictures and len(refused.received or ()) == _AXES_OF_ROWS


def _convolution(source: Source, line: int) -> int:
    """Of a model written as one list, the first layer for pictures behind one that flattens; else the line."""
    flat = [
        call.lineno for call in _calls(source, _FLATTENS) if _in_one_statement(source, call, line)
    ]
    behind = [
        call.lineno
        for call in _calls(source, _KEEPS_SIDES)
        if flat and call.lineno > min(flat) and _in_one_statement(source, call, line)
    ]
    return min(behind, default=line)


def _out_of_loop(source: Source, line: int) -> str:
    """Where one loop holds both, and what flattens stands below the convolution."""
    for loop in source.all(ast.For):
        if not loop.lineno < line <= (loop.end_lineno or 0):
            continue
        below = [
            c.lineno for c in _calls(source, _FLATTENS) if line < c.lineno <= (loop.end_lineno or 0)
        ]
        if below:
            return (
                f"line {min(below)} and what follows it belong behind the loop of line {loop.lineno}: indent them one "
                "step less, so that they are added once, after the last convolution"
            )
    return ""


def _below(source: Source, line: int) -> str:
    """Where a line above in the same function flattens."""
    around = function_around(source, line)
    above = [
        call.lineno
        for call in _calls(source, _FLATTENS)
        if call.lineno < line and function_around(source, call.lineno) is around
    ]
    if not above:
        return ""
    return f"put the layer of line {max(above)} behind the last convolution: it is what lays pictures out in a row"


def _fold(refused: Refusal) -> str:
    """What makes square pictures of rows that came so from the data."""
    size = (refused.received or [None])[-1]
    side = isqrt(size) if size else 0
    if not size or side * side != size:
        return (
            "rows of a picture become one again by keras.layers.Reshape((height, width, channels)); rows that are no pictures need Dense, "
            "or as a series of steps Reshape((steps, 1)) and Conv1D"
        )
    return f"make pictures of the rows again, in front of it: keras.layers.Reshape(({side}, {side}, 1))"


def _calls(source: Source, names: tuple[str, ...]) -> list[ast.Call]:
    return [call for name in names for call in source.calls(name)]


def _in_one_statement(source: Source, call: ast.Call, line: int) -> bool:
    """Whether a larger call, ``Sequential([...])``, spans both this call and the line."""
    return any(
        outer is not call
        and dotted_name(outer.func).endswith("Sequential")
        and outer.lineno <= min(line, call.lineno)
        and max(line, call.lineno) <= (outer.end_lineno or 0)
        for outer in source.all(ast.Call)
    )

"""
The data have more or fewer axes than the model was built for.

## Why it hurts
A model is built for one shape of example. Pictures of 28 x 28 are no rows of 28 numbers: `Dense` takes flat rows, and
Flatten makes one of each picture. An axis for the batch that was added twice is one too many, and a picture that was
laid out flat lacks its height and width.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((32, 8, 8)).astype("float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(16, activation="relu"),
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
        keras.Input((8, 8)),
        keras.layers.Flatten(),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(pictures, labels, verbose=0)
"""

import ast
from collections.abc import Iterator, Sequence
from math import prod

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, names_in
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at, layer_line
from etude.diagnoses.refusals import refused_input
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.stops import Stop, stop, told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "image-1", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ("predictions_broadcast_against_labels", "integer_labels_with_categorical_loss")

Sizes = Sequence[int | None]
_ADD_AN_AXIS = ("expand_dims", "newaxis")
_FLAT = 1
_STEPS = 2  # steps, features
_ROWS_OF_A_PICTURE = 2
_TAKE_ROWS = ("Dense", "BatchNormalization", "Normalization", "Dropout")


def match(evidence: Evidence) -> Finding | None:
    shapes, ended = refused_input(evidence), stop(evidence)
    if shapes is None or ended is None:
        return None
    wanted, given = shapes.wanted[1:], shapes.given[1:]
    if len(wanted) == len(given) or not wanted or not given:
        return None
    line, change = _advice(evidence, ended, wanted, given)
    return Finding(
        line=line,
        evidence=f"the model was built for examples {told_shape(wanted)}, and {ended.doing} in line "
        f"{ended.line} got {told_shape(given)}",
        change=change,
        about=ended.model.name,
    )


def _advice(evidence: Evidence, ended: Stop, wanted: Sizes, given: Sizes) -> tuple[int, str]:
    """Where to change what."""
    numbers = prod(size or 0 for size in given)
    if _without_ones(given) == _without_ones(wanted) and len(given) > len(wanted):
        return _axis_added(evidence, ended), _ONE_TOO_MANY
    if _without_ones(given) == _without_ones(wanted):
        return _axis_lacking(evidence, ended, wanted, given)
    if numbers and numbers == prod(size or 0 for size in wanted):
        sides = "".join(f", {size}" for size in wanted)
        return ended.line, f"lay the same numbers out anew: x.reshape((len(x){sides}))"
    if len(given) == _FLAT and len(wanted) == _STEPS and given[0] == wanted[1]:
        return ended.line, (
            f"give each row an axis of steps, x[:, None, :], which makes one step of {given[0]} features; or cut windows "
            f"of several rows, where they follow each other: (windows, steps, {given[0]})"
        )
    if len(wanted) == _FLAT and len(given) >= _ROWS_OF_A_PICTURE:
        return _first_layer(evidence, ended), (
            f"begin with keras.Input({told_shape(given)}) and keras.layers.Flatten(), which lays "
            f"{numbers or 'all'} numbers of an example out in a row"
        )
    return ended.line, (
        f"give examples {told_shape(wanted)}, or build the model for these: keras.Input({told_shape(given)})"
    )


_ONE_TOO_MANY = "leave this axis out: one for the batch is enough, x[None] or expand_dims(x, axis=0) once for one example"


def _axis_lacking(evidence: Evidence, ended: Stop, wanted: Sizes, given: Sizes) -> tuple[int, str]:
    """An axis of one that the data lack, or that the model was built with for nothing.

    Dense layers look at the last axis alone: with (1, 3) before them each answer gets an axis of one as well.
    """
    layers = [layer for layer in ended.model.layers if layer.kind != "InputLayer"]
    if len(given) == _FLAT and layers and layers[0].kind in _TAKE_ROWS:
        return _first_layer(evidence, ended), (
            f"build the model for rows of {given[0]} numbers: input_shape={told_shape(given)}, "
            f"or keras.Input({told_shape(given)}); the axis of the examples is not told"
        )
    places = ["None" if size == 1 else ":" for size in wanted]
    if places.count("None") != len(wanted) - len(given):
        sides = "".join(f", {size}" for size in wanted)
        return _axis_added(evidence, ended), f"add the axis of one: x.reshape((len(x){sides}))"
    at = "..., None" if places[-1] == "None" else ", ".join([":", *places])
    return _axis_added(evidence, ended), f"add the axis of one: x[{at}]"


def _without_ones(sizes: Sizes) -> list[int | None]:
    return [size for size in sizes if size != 1]


def _axis_added(evidence: Evidence, ended: Stop) -> int:
    """The last line above that gives the data another axis; that of the call without such."""
    call = call_at(evidence.source, ended.line, ended.doing)
    names = names_in(*call.args[:1]) if call is not None else set()
    behind = (
        list(origins(evidence.source, call.args[0], before=ended.line)) if names and call else []
    )
    added = [
        node.lineno
        for node in (*behind, *_inside_mapped(evidence.source, behind))
        if isinstance(node, ast.Call | ast.Attribute)
        and dotted_name(node.func if isinstance(node, ast.Call) else node).endswith(_ADD_AN_AXIS)
    ]
    return max(added, default=ended.line)


def _inside_mapped(source: Source, behind: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """What the functions that a pipeline maps over its examples do."""
    for node in behind:
        if isinstance(node, ast.Call) and node.args and dotted_name(node.func).endswith("map"):
            function = function_of(source, node.args[0])
            yield from ast.walk(function) if function is not None else ()


def _first_layer(evidence: Evidence, ended: Stop) -> int:
    layers = [layer for layer in ended.model.layers if layer.kind != "InputLayer"]
    return layer_line(evidence.source, ended.model, layers[0]) if layers else ended.line

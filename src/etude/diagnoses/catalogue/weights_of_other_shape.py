"""
Weights are set by hand, and the arrays are not those that the layer has: other shapes, or another number of them.

## Why it hurts
`set_weights` takes what `get_weights` gives: a list with the kernel and the bias, in that order and in those shapes. A table of word vectors
needs as many rows as the Embedding, with those for padding and unknown words.

## Example
    import keras
    import numpy as np

    layer = keras.layers.Dense(8)
    model = keras.Sequential([keras.Input((4,)), layer])
    layer.set_weights([np.random.rand(4, 8)])

## Instead
    import keras
    import numpy as np

    layer = keras.layers.Dense(8)
    model = keras.Sequential([keras.Input((4,)), layer])
    layer.set_weights([np.random.rand(4, 8), np.zeros(8)])
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.refusals import shapes_in
from etude.diagnoses.stops import told_shape
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "text-6", "dev-3")
GUIDE = "Keras API: Embedding layer"
EXPLAINS = ()

_NUMBER = re.compile(
    r"called `set_weights\(weights\)` on layer '?(?P<layer>[^' ]+)'? with a weight list of length (?P<given>\d+), but the layer "
    r"was expecting (?P<wanted>\d+)"
)
_SHAPE = re.compile(
    r"Layer (?P<layer>\S+) weight shape (?P<wanted>\([^)]*\)) is not compatible with provided weight shape (?P<given>\([^)]*\))"
)
_ASSIGNED = re.compile(
    r"shape of the target value in `variable\.assign\(value\)` must match\.\s+variable\.shape=(?P<wanted>\([^)]*\)), "
    r"Received: value\.shape=(?P<given>\([^)]*\))"
)
_OF_TENSORFLOW = re.compile(
    r"variable shape (?P<wanted>\([^)]*\)), and the assigned value shape (?P<given>\([^)]*\)) are incompatible"
)
_TABLE = 2
_LOADED = ("load_weights", "load_model", "_raise_loading_failure")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "ValueError" or error.raised_by.endswith(_LOADED):
        return None
    if found := _NUMBER.search(error.message):
        return _of_number(error, found["layer"], int(found["given"]), int(found["wanted"]))
    if found := _SHAPE.search(error.message):
        return _of_shape(error, found["layer"], found["given"], found["wanted"])
    found = _ASSIGNED.search(error.message) or _OF_TENSORFLOW.search(error.message)
    return _of_shape(error, "the variable", found["given"], found["wanted"]) if found else None


def _of_number(error: Error, layer: str, given: int, wanted: int) -> Finding:
    both = given + 1 == wanted == _TABLE
    return Finding(
        line=error.line,
        about=layer,
        evidence=f"{layer} has {wanted} arrays of weights, and set_weights is given {given}",
        change="the bias belongs to it as well: set_weights([kernel, bias]), or make the layer with use_bias=False"
        if both
        else f"give it {wanted} arrays, in the order of {layer}.get_weights(); print their shapes",
    )


def _of_shape(error: Error, layer: str, given: str, wanted: str) -> Finding:
    one, other = shapes_in(given)[0], shapes_in(wanted)[0]
    return Finding(
        line=error.line,
        about=layer,
        evidence=f"{layer} has the shape {told_shape(other)}, and is given {told_shape(one)}",
        change=_change(one, other),
    )


def _change(given: list[int | None], wanted: list[int | None]) -> str:
    if given[::-1] == wanted and len(given) == _TABLE:
        return "turn it: array.T, with one row for each input and one column for each unit"
    if len(given) == len(wanted) == _TABLE and given[1] == wanted[1]:
        return _of_rows(given[0] or 0, wanted[0] or 0, given[1])
    return f"an array of shape {told_shape(wanted)}; get_weights() shows those of today"


def _of_rows(given: int, wanted: int, width: int | None) -> str:
    if given < wanted:
        return (
            f"{wanted - given} more: np.vstack([np.zeros(({wanted - given}, {width})), table]), where padding and unknown words "
            f"come first; or make the layer for {given}"
        )
    return f"make the layer for {given}: input_dim={given} of an Embedding"

"""
A functional model is made of data, shapes or names where it takes the tensors of `keras.Input`.

## Why it hurts
`keras.Model(inputs, outputs)` describes the way from placeholders to outputs. Arrays have values already, and a shape is
none: the data come later, with `fit`.

## Example
    import keras
    import numpy as np

    x = np.random.rand(20, 4).astype("float32")
    hidden = keras.layers.Dense(8)(x)
    model = keras.Model(x, keras.layers.Dense(1)(hidden))

## Instead
    import keras
    import numpy as np

    x = np.random.rand(20, 4).astype("float32")
    inputs = keras.Input((4,))
    hidden = keras.layers.Dense(8, activation="relu")(inputs)
    model = keras.Model(inputs, keras.layers.Dense(1)(hidden))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ()

_SAID = re.compile(
    r"All `(?P<part>inputs|outputs)` values must be KerasTensors\..*of type (?:<class ')?(?P<kind>[\w.]+)",
    re.DOTALL,
)
_LAYERS = "keras.src.layers"
_ARRAYS = ("EagerTensor", "ndarray", "Tensor", "ResourceVariable")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None or stopped[1]["kind"].startswith(_LAYERS):
        return None
    error, found = stopped
    part, kind = found["part"], found["kind"].rpartition(".")[2]
    call = call_at(evidence.source, error.line, "Model") or call_at(
        evidence.source, error.line, "Functional"
    )
    node = given(call, part, 0 if part == "inputs" else 1) if call is not None else None
    written = ast.unparse(node) if node is not None else part
    return Finding(
        line=node.lineno if node is not None else error.line,
        about=part,
        evidence=f"{part} of the model is {written}, {_told(kind)}",
        change=_change(part, written, kind),
    )


def _told(kind: str) -> str:
    if kind in _ARRAYS:
        return "which holds values, no tensor of keras.Input"
    words = {
        "int": "numbers",
        "str": "a name",
        "NoneType": "None",
        "Sequential": "a model",
        "Functional": "a model",
    }
    return f"{words.get(kind, f'of the class {kind}')}, no tensor of keras.Input"


def _change(part: str, written: str, kind: str) -> str:
    if kind in ("Sequential", "Functional"):
        return (
            f"its tensors: {written}.{part}" if part == "inputs" else f"call it: {written}(inputs)"
        )
    if part == "outputs" and kind == "NoneType":
        return f"let the function behind {written} return its last tensor"
    if part == "outputs":
        return (
            "what the last layer gave when it was called on the tensors that begin with keras.Input"
        )
    if kind == "int":
        return f"inputs = keras.Input({written}), the layers called on it, and keras.Model(inputs, outputs)"
    if kind == "NoneType":
        return "the keras.Input that the layers were called on; a function that makes it has to return it"
    shape = f"{written}.shape[1:]" if kind in _ARRAYS else "(4,)"
    return f"inputs = keras.Input({shape}), the layers called on inputs, keras.Model(inputs, outputs); {written} goes to fit"

"""
The model is given inputs without labels, and its loss needs both.

## Why it hurts
`fit` and `evaluate` compare predictions with labels. With inputs alone the labels are None, and Keras stops with
"None values not supported", which names neither. A dataset must yield pairs; arrays are two arguments; validation
data are a pair as well.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import flow_of
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.stops import Stop, inputs_of, labels_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES, SPARSE_LOSSES
from etude.domain.observations import Data, Model

SEVERITY = Severity.ERROR
SKILLS = ("model-1", "data-7", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("validated_on_training_data",)

_PAIR = 2
# With one output, and with outputs in a dictionary or list.
_SAID = ("None values not supported", "different structures.\ny_true: *\n")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None or ended.doing == "predict":
        return None
    if not any(said in ended.error.message for said in _SAID):
        return None
    call = call_at(evidence.source, ended.line, ended.doing)
    if call is not None and _in_one_tuple(call):
        return Finding(
            line=ended.line,
            evidence=f"{ended.doing} is given one tuple, all of which it takes for inputs: the labels are missing",
            change=f"one by one: {ended.doing}({ast.unparse(call.args[0])[1:-1]}, ...)",
            about="train",
        )
    for data in ended.data:
        if inputs_of(data) and not labels_of(data):
            reader = _without_classes(evidence, ended)
            return Finding(
                line=evidence.source.line_of_argument(reader, "class_mode")
                if reader
                else ended.line,
                evidence=f"the data given to {data.role} have inputs and no labels",
                change=_of_folders(ended.model) if reader else _change(data),
                about=data.role,
            )
    return None


def _in_one_tuple(call: ast.Call) -> bool:
    """``fit((x, y))``."""
    given = call.args[0] if len(call.args) == 1 else None
    labels = any(one.arg == "y" for one in call.keywords)
    return isinstance(given, ast.Tuple) and len(given.elts) == _PAIR and not labels


def _without_classes(evidence: Evidence, ended: Stop) -> ast.Call | None:
    """What reads pictures from folders, and leaves out the classes that these are."""
    call = call_at(evidence.source, ended.line, ended.doing)
    flow = flow_of(evidence.source, given(call, "x", 0), before=ended.line) if call else None
    mode = given(flow, "class_mode", len(flow.args)) if flow else None
    return flow if isinstance(mode, ast.Constant) and mode.value is None else None


def _of_folders(model: Model) -> str:
    losses = {loss.name for loss in model.compiled.losses} if model.compiled else set()
    known = {"sparse": SPARSE_LOSSES, "binary": BINARY_LOSSES}
    mode = next((mode for mode, names in known.items() if losses & names), "categorical")
    return f'class_mode="{mode}", which makes labels of the folders'


def _change(data: Data) -> str:
    if data.kind == "dataset":
        return "let the dataset yield pairs: tf.data.Dataset.from_tensor_slices((inputs, labels))"
    if data.role == "validation":
        return "validation_data=(inputs, labels), a pair of two arrays"
    return f"model.{data.role}(inputs, labels)"

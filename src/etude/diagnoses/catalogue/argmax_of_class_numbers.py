"""
argmax is taken of a class number, and of a single number the largest is always at place 0.

## Why it hurts
argmax turns a one-hot row into the number of its class. Labels for a sparse loss are those numbers already: argmax of 7
is 0, as it is of 2, so every label becomes class 0. Nothing stops, and the accuracy that is computed of them, the report
and the confusion matrix show the share of class 0, while `evaluate` says that the model does well.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(48, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, np.arange(48) % 3)).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(data, epochs=2, verbose=0)
    labels = [label.numpy().argmax() for row, label in data.unbatch()]
    print(np.mean(labels == model.predict(data, verbose=0).argmax(axis=1)))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x = np.random.default_rng(0).normal(size=(48, 4)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices((x, np.arange(48) % 3)).batch(16)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(data, epochs=2, verbose=0)
    labels = [label.numpy() for row, label in data.unbatch()]
    print(np.mean(labels == model.predict(data, verbose=0).argmax(axis=1)))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.names import given
from etude.diagnoses.predictions import is_method
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import SPARSE_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "data-5")
GUIDE = "NumPy reference: numpy.argmax"
EXPLAINS = ()

# What makes rows of class numbers, after which argmax is right.
_MAKE_ROWS = ("one_hot", "to_categorical", "eye", "OneHotEncoder", "LabelBinarizer", "get_dummies")
_GIVE_NUMBERS = ("numpy", "item")
_OF_LABELS = ("fit", "evaluate")
_LABELS = 1  # fit(x, y), and (x, y) as validation data
_PAIR = 2


def match(evidence: Evidence) -> Finding | None:
    if not _learned_class_numbers(evidence) or any(map(evidence.source.calls, _MAKE_ROWS)):
        return None
    for call in evidence.source.calls("argmax"):
        name = _of_one_label(evidence.source, call)
        if name:
            return Finding(
                line=call_line(call),
                evidence=f"{name} in line {call_line(call)} is a class number, as fit was given them, and argmax of one "
                "number is 0",
                change=f"take {name} as it is, without argmax",
                about=name,
            )
    return None


def _learned_class_numbers(evidence: Evidence) -> bool:
    """Whether every label that any model of the program learned from was the number of a class."""
    found = [output for output in outputs(evidence) if output.fit is not None]
    return bool(found) and all(map(_of_class_numbers, found))


def _of_class_numbers(output: Output) -> bool:
    known = [labels for labels in output.labels if labels.shape is not None]
    return (
        output.loss in SPARSE_LOSSES
        and bool(known)
        and all(labels.is_one_number for labels in known)
    )


def _of_one_label(source: Source, call: ast.Call) -> str:
    """The name that an argmax is taken of, where a loop gives it one label after the other; else ""."""
    axis = call.keywords or len(call.args) > (0 if is_method(call) else 1)
    values = call.func.value if is_method(call) else next(iter(call.args), None)  # type: ignore[attr-defined]
    while isinstance(values, ast.Call) and isinstance(values.func, ast.Attribute):
        if values.func.attr not in _GIVE_NUMBERS:
            return ""
        values = values.func.value
    if axis or not isinstance(values, ast.Name):
        return ""
    rounds = [loop for loop in _loops(source) if _around(loop, call)]
    return values.id if any(_gives_label(source, loop, values.id) for loop in rounds) else ""


Loop = ast.For | ast.ListComp | ast.GeneratorExp


def _loops(source: Source) -> Iterator[Loop]:
    for node in source.nodes:
        if isinstance(node, Loop):
            yield node


def _around(loop: Loop, call: ast.Call) -> bool:
    return any(node is call for node in ast.walk(loop))


def _gives_label(source: Source, loop: Loop, name: str) -> bool:
    """Whether the loop goes over unbatched pairs or over labels, and calls each label by this name."""
    rounds = [loop] if isinstance(loop, ast.For) else loop.generators
    for one in rounds:
        if isinstance(one.target, ast.Tuple) and len(one.target.elts) == _PAIR:
            label = one.target.elts[_LABELS]
            if isinstance(label, ast.Name) and label.id == name:
                return _unbatched(one.iter) or _zipped_labels(source, one.iter)
        if isinstance(one.target, ast.Name) and one.target.id == name:
            return _are_labels(source, one.iter)
    return False


def _unbatched(node: ast.expr) -> bool:
    """``data.unbatch()``, of which ``take`` and the like may follow."""
    return any(
        isinstance(inner, ast.Attribute) and inner.attr == "unbatch" for inner in ast.walk(node)
    )


def _zipped_labels(source: Source, node: ast.expr) -> bool:
    if not isinstance(node, ast.Call) or dotted_name(node.func) != "zip":
        return False
    return len(node.args) == _PAIR and _are_labels(source, node.args[_LABELS])


def _are_labels(source: Source, node: ast.expr) -> bool:
    """Whether ``fit`` or ``evaluate`` is given this name as labels."""
    if not isinstance(node, ast.Name):
        return False
    return any(
        isinstance(labels, ast.Name) and labels.id == node.id
        for method in _OF_LABELS
        for call in source.calls(method)
        for labels in _labels_given(call)
    )


def _labels_given(call: ast.Call) -> Iterator[ast.expr | None]:
    yield given(call, "y", _LABELS)
    for keyword in call.keywords:
        if keyword.arg == "validation_data" and isinstance(keyword.value, ast.Tuple):
            yield from keyword.value.elts[_LABELS : _LABELS + 1]

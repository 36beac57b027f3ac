"""
A class is given where an object of it is wanted.

## Why it hurts
`EarlyStopping` is the class, `EarlyStopping()` is a callback. Without the brackets nothing is made, and Keras calls
methods of the class without an object: "missing 1 required positional argument".

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, callbacks=[keras.callbacks.TerminateOnNaN], verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, callbacks=[keras.callbacks.TerminateOnNaN()], verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-3")
GUIDE = "TensorFlow guide: Writing your own callbacks"
EXPLAINS = ("early_stopping_without_validation", "callbacks_not_passed", "too_many_by_place")

_CLASS = re.compile(r"(?:optimizer identifier: |Received: )<class '(?P<kind>[\w.]+)'>")
_CALLBACK = re.compile(r"\w+\.set_(?:model|params)\(\) missing 1 required positional argument")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if maker := _function_to_clone(evidence.source, error):
        return maker
    found = _CLASS.search(error.message)
    kind = found["kind"].rpartition(".")[2] if found else ""
    if not kind and _CALLBACK.search(error.message):
        kind = _class_among_callbacks(evidence.source, error.line)
    if not kind:
        return None
    return Finding(
        line=_line(evidence.source, kind, error.line),
        evidence=f"{kind} is given without brackets: the class, not an object of it",
        change=f"{kind}()",
        about=kind,
    )


def _function_to_clone(source: Source, error: Error) -> Finding | None:
    """``clone_model(network)``, of the function that makes the model."""
    call = call_at(source, error.line, "clone_model")
    given = call.args[0] if call is not None and call.args else None
    if given is None or not isinstance(given, ast.Name) or function_of(source, given) is None:
        return None
    return Finding(
        line=error.line,
        about=given.id,
        evidence=f"clone_model is given {given.id} without brackets: the function, not the model that it makes",
        change=f"{given.id}(), which is a new model with the same layers already; a model that is there: clone_model(model)",
    )


def _class_among_callbacks(source: Source, line: int) -> str:
    """The first of the callbacks of ``fit`` whose name is that of a class; "" without one."""
    call = call_at(source, line, "fit")
    given = next((k.value for k in call.keywords if k.arg == "callbacks"), None) if call else None
    elements = given.elts if isinstance(given, ast.List | ast.Tuple) else [given]
    names = [last_name(node) for node in elements if node is not None]
    return next((name for name in names if name[:1].isupper()), "")


def _line(source: Source, kind: str, line: int) -> int:
    """Where the class stands without being called, else where the exception came."""
    called = {id(node.func) for node in source.nodes if isinstance(node, ast.Call)}
    bare = [
        node.end_lineno or node.lineno
        for node in source.nodes
        if isinstance(node, ast.Name | ast.Attribute)
        and last_name(node) == kind
        and id(node) not in called
    ]
    return min(bare, key=lambda one: abs(one - line), default=line)

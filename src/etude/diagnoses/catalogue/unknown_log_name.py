"""
A log of the training is asked for by a name that it does not have.

## Why it hurts
Logs carry the names of the metrics as they were given to `compile`: "accuracy" is logged as `accuracy`, "acc" as
`acc`. `logs.get` of any other name gives None, and a comparison with None stops the training; `history` raises a
KeyError after it, and a checkpoint's path with `{val_acc}` in it cannot be filled in.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = model.fit(features, labels, verbose=0)
    print(history.history["acc"])

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(
        optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    history = model.fit(features, labels, verbose=0)
    print(history.history["accuracy"])
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.callbacks import closest_log, is_validated, last_logged, log_names
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "model-10", "dev-6")
GUIDE = "TensorFlow guide: Writing your own callbacks"
EXPLAINS = ()

_LOGS = ("logs", "log", "history", "hist")
_IN_PATH = re.compile(r"callback filepath.*Reason: \W*(?P<name>\w+)", re.DOTALL)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    fit = last_logged(evidence.fits)
    if error is None or fit is None:
        return None
    in_path = _IN_PATH.search(error.message) if error.type == "KeyError" else None
    asked = [in_path["name"]] if in_path else _asked(evidence.source, error)
    for name in asked:
        known = log_names(fit)
        if name not in known:
            return Finding(
                line=_line_of_path(evidence.source, name) if in_path else error.line,
                evidence=f'"{name}" is asked for, and fit in line {fit.line} logs {", ".join(known)}',
                change=_change(name, fit),
                about=name,
            )
    return None


def _asked(source: Source, error: Error) -> Iterator[str]:
    """Names of logs on the line that raised, which explain what it raised."""
    for node in source.nodes:
        if getattr(node, "lineno", 0) != error.line:
            continue
        if isinstance(node, ast.Subscript) and _are_logs(node.value):
            name = constant(node.slice)
            if error.type == "KeyError" and error.message.strip("'\"") == name:
                yield name
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            name = constant(node.args[0])
            from_none = error.type == "TypeError" and "NoneType" in error.message
            if node.func.attr == "get" and _are_logs(node.func.value) and isinstance(name, str):
                yield from [name] if from_none else []


def _line_of_path(source: Source, name: str) -> int:
    """Where a text is written that has this name in braces; else the checkpoint."""
    texts = source.all(ast.Constant)
    written = [node.lineno for node in texts if f"{{{name}" in str(node.value)]
    return next(iter(written), source.line_of_call("ModelCheckpoint", 1))


def _are_logs(node: ast.AST) -> bool:
    return last_name(node) in _LOGS


def _change(name: str, fit: Fit) -> str:
    if name.startswith("val_") and not is_validated(fit):
        return "give fit validation_data; without it nothing is validated"
    return f'"{closest_log(name, log_names(fit))}"'

"""
There are not as many labels as inputs.

## Why it hurts
Row 7 of the inputs belongs to row 7 of the labels; with different lengths nobody can say which belong
together. Mostly one of the two was cut, filtered or split and the other was not, or the parts of
`train_test_split` were unpacked in another order than they come: first both parts of the inputs, then both
parts of the labels.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(40, 4))
    y = x.sum(axis=1)
    x_train, x_test = x[:30], x[30:]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x_train, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(40, 4))
    y = x.sum(axis=1)
    x_train, x_test = x[:30], x[30:]
    y_train, y_test = y[:30], y[30:]

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x_train, y_train, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Error

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("predictions_broadcast_against_labels",)

_BY_KERAS = "check_data_cardinality"
_BY_SLICES = "assert_is_compatible_with"
_SPLIT = "train_test_split"
_INPUTS, _LABELS = "x", "y"


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        lengths = _lengths(error)
        if len(set(lengths)) < 2 or not _puts_together(evidence.source, error):
            continue
        unpacked = unpacked_in_wrong_order(evidence.source, before=error.line)
        if unpacked is not None:
            return Finding(
                line=unpacked,
                evidence=f"{' and '.join(lengths)} rows meet in line {error.line}; {_SPLIT} in line "
                f"{unpacked} gives both parts of the inputs before those of the labels",
                change="write x_train, x_test, y_train, y_test = train_test_split(x, y)",
            )
        return Finding(
            line=error.line,
            evidence=f"line {error.line} puts together what has {' and '.join(lengths)} rows",
            change="cut, filter and split inputs and labels in the same way; print their len() before",
        )
    return None


def _lengths(error: Error) -> list[str]:
    """The different numbers of rows in the message."""
    if error.type != "ValueError":
        return []
    if error.raised_by.endswith(_BY_KERAS):
        sizes = re.findall(r"sizes?: ([\d, ]+)", error.message)
        return list(dict.fromkeys(number for part in sizes for number in re.findall(r"\d+", part)))
    if error.raised_by.endswith(_BY_SLICES):
        return list(dict.fromkeys(re.findall(r"\d+", error.message)))
    return []


def _puts_together(source: Source, error: Error) -> bool:
    """Whether Keras counted rows, or the line cuts several tensors into slices."""
    slices = call_at(source, error.line, "from_tensor_slices")
    return error.raised_by.endswith(_BY_KERAS) or slices is not None


def unpacked_in_wrong_order(source: Source, *, before: int) -> int | None:
    """Line of ``x_train, y_train, ... = train_test_split(x, y)``."""
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        target = node.targets[0]
        if node.lineno < before and dotted_name(node.value.func).endswith(_SPLIT):
            names = [root(part).lower() for part in getattr(target, "elts", [])]
            if len(names) == 4 and names[0].startswith(_INPUTS) and names[1].startswith(_LABELS):
                return node.lineno
    return None

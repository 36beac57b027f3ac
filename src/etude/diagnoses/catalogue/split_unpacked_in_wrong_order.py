"""
The parts of a split are given names in another order than they come.

## Why it hurts
`train_test_split(x, y)` gives both parts of the inputs first, then both parts of the labels. Unpacked as inputs
and labels of the training part, then of the test part, the "labels" are the other inputs: mostly the lengths do
not fit and the program stops, and when both parts are of one size it goes on with nonsense.

## Example
    import keras
    import numpy as np

    def train_test_split(*arrays):
        return [part for array in arrays for part in (array[:30], array[30:])]

    x = np.random.default_rng(0).normal(size=(40, 4))
    y = x.sum(axis=1)
    x_train, y_train, x_test, y_test = train_test_split(x, y)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    model.fit(x_train, y_train, verbose=0)

## Instead
    import keras
    import numpy as np

    def train_test_split(*arrays):
        return [part for array in arrays for part in (array[:30], array[30:])]

    x = np.random.default_rng(0).normal(size=(40, 4))
    y = x.sum(axis=1)
    x_train, x_test, y_train, y_test = train_test_split(x, y)

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
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("numbers_of_examples_differ", "predictions_broadcast_against_labels")

_BY_KERAS = "check_data_cardinality"
_BY_SLICES = "assert_is_compatible_with"
_SPLIT = "train_test_split"
_INPUTS, _LABELS = "x", "y"


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        lengths = _lengths(error)
        line = _unpacked(evidence.source, before=error.line)
        if len(set(lengths)) > 1 and line is not None and _puts_together(evidence.source, error):
            return Finding(
                line=line,
                evidence=f"{' and '.join(lengths)} rows meet in line {error.line}; {_SPLIT} in line "
                f"{line} gives both parts of the inputs before those of the labels",
                change="write x_train, x_test, y_train, y_test = train_test_split(x, y)",
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


def _unpacked(source: Source, *, before: int) -> int | None:
    """Line of ``x_train, y_train, ... = train_test_split(x, y)``."""
    for node in source.nodes:
        if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Call):
            continue
        target = node.targets[0]
        if node.lineno < before and dotted_name(node.value.func).endswith(_SPLIT):
            names = [root(part).lower() for part in getattr(target, "elts", [])]
            if len(names) == 4 and names[0].startswith(_INPUTS) and names[1].startswith(_LABELS):
                return node.lineno
    return None

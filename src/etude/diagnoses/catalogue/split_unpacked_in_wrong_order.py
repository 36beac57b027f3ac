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
from collections.abc import Sequence
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, root
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, dotted_name, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = (
    "numbers_of_examples_differ",
    "predictions_broadcast_against_labels",
    "scaler_wants_a_table",
    "scaler_expects_other_columns",
    "table_is_no_array",
    "table_indexed_as_array",
)

_BY_KERAS = "check_data_cardinality"
_BY_SLICES = "assert_is_compatible_with"
_SPLIT = "train_test_split"
_INPUTS, _LABELS = "x", "y"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Split:
    """Names of inputs, labels, inputs, labels; what a split of two arrays gives is the second inputs
    in the place of the first labels, and those in the place of the second inputs.
    """

    line: int
    names: Sequence[str]

    @property
    def mistaken(self) -> Sequence[str]:
        return self.names[1:3]


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        split = _unpacked(evidence.source, before=error.line)
        if split is None:
            continue
        lengths = _lengths(error)
        if len(set(lengths)) > 1 and _puts_together(evidence.source, error):
            return _finding(split, f"{' and '.join(lengths)} rows meet in line {error.line}")
        if error.missing is None and (name := _taken_for_other(evidence.source, error, split)):
            return _finding(split, f"line {error.line} stops at {name}")
    return None


def _finding(split: _Split, what_stops: str) -> Finding:
    second_inputs, first_labels = split.mistaken
    return Finding(
        line=split.line,
        about=second_inputs,
        evidence=f"{what_stops}; {_SPLIT} in line {split.line} gives both parts of the inputs before those of "
        f"the labels, so {second_inputs} holds inputs and {first_labels} labels",
        change="write x_train, x_test, y_train, y_test = train_test_split(x, y)",
    )


def _taken_for_other(source: Source, error: Error, split: _Split) -> str:
    """The name in the line that stops which holds something else than it says; "" without one."""
    statements = [node for node in source.nodes if isinstance(node, ast.stmt)]
    around = [node for node in statements if spans(node, error.line)]
    innermost = min(around, key=lambda node: (node.end_lineno or 0) - node.lineno, default=None)
    read = names_in(innermost) if innermost is not None else set()
    return next((name for name in split.mistaken if name in read), "")


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


def _unpacked(source: Source, *, before: int) -> _Split | None:
    """``x_train, y_train, ... = train_test_split(x, y)``."""
    for node in source.all(ast.Assign):
        if node.lineno >= before or not isinstance(node.value, ast.Call):
            continue
        if dotted_name(node.value.func).endswith(_SPLIT):
            names = [root(part) for part in getattr(node.targets[0], "elts", [])]
            if _mixes_inputs_and_labels(names):
                return _Split(line=node.lineno, names=names)
    return None


def _mixes_inputs_and_labels(names: Sequence[str]) -> bool:
    kinds = [name[:1].lower() for name in names]
    return len(kinds) == 4 and kinds[:2] == [_INPUTS, _LABELS]

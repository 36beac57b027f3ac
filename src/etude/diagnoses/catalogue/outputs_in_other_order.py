"""
The outputs of a model are taken, or given their labels, in another order than the model has them.

## Why it hurts
`predict` returns one array for each output in the order of `keras.Model(inputs, [a, b])`, and a list of labels is read in
that order too. When shapes agree nothing complains: one head learns, or is judged by, the labels of the other.

## Example
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    color = keras.layers.Dense(3, activation="softmax", name="color")(inputs)
    shape = keras.layers.Dense(3, activation="softmax", name="shape")(inputs)
    model = keras.Model(inputs, [color, shape])
    shape_answers, color_answers = model.predict(np.zeros((2, 4)), verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    color = keras.layers.Dense(3, activation="softmax", name="color")(inputs)
    shape = keras.layers.Dense(3, activation="softmax", name="shape")(inputs)
    model = keras.Model(inputs, [color, shape])
    color_answers, shape_answers = model.predict(np.zeros((2, 4)), verbose=0)
"""

import ast
import re
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given, names_in, value_of
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Model

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "model-12")
GUIDE = "TensorFlow guide: the functional API"
EXPLAINS = (
    *("binary_targets_out_of_range", "labels_out_of_range", "class_numbers_have_fractions"),
    *("activation_limits_regression", *NUMBERS_GONE_WRONG),
)

_WORD = re.compile(r"[a-z]+|\d+")
# What names of outputs have in common, and what says nothing about which is meant.
_SAY_NOTHING = {"out", "output", "outputs", "pred", "preds", "head", "y", "train", "the"}


def match(evidence: Evidence) -> Finding | None:
    for model, names, line, verb in _given(evidence):
        outputs = [output.path.partition(":")[0] for output in model.outputs]
        order = _order(names, outputs)
        if order is not None and order != sorted(order):
            meant = [names[order.index(place)] for place in range(len(names))]
            return Finding(
                line=line,
                about=model.name,
                evidence=f"the outputs of the model are {', '.join(outputs)} in this order, and {verb} "
                f"{', '.join(names)}",
                change=f"write them in the order of the model: {', '.join(meant)}; or use a dictionary",
            )
    return None


def _given(evidence: Evidence) -> Iterator[tuple[Model, Sequence[str], int, str]]:
    """Models of several outputs with the names that stand for these, and where."""
    source = evidence.source
    for call in evidence.calls_of("Model.predict"):
        if call.model is not None and len(call.model.outputs) > 1:
            names = _unpacked(source, call.line)
            yield call.model, names, call.line, f"line {call.line} takes them for"
    for fit in evidence.fits:
        node = call_at(source, fit.line, "fit")
        labels = given(node, "y", 1) if node is not None and len(fit.model.outputs) > 1 else None
        if isinstance(labels, ast.Name):
            labels = value_of(source, labels.id, before=fit.line)
        if isinstance(labels, ast.List | ast.Tuple):
            parts = [_name(part) for part in labels.elts]
            yield fit.model, parts, labels.lineno, "fit is given the labels"


def _unpacked(source: Source, line: int) -> Sequence[str]:
    """a and b of ``a, b = model.predict(x)``."""
    for node in source.nodes:
        if isinstance(node, ast.Assign) and node.lineno <= line <= (node.end_lineno or 0):
            target = node.targets[0]
            if isinstance(target, ast.Tuple | ast.List) and isinstance(node.value, ast.Call):
                return [_name(part) for part in target.elts]
    return []


def _name(node: ast.expr) -> str:
    """The name of ``age``, ``age_train[:9]`` and ``data["age"]``; "" when there is no single one."""
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    names = names_in(node)
    return names.pop() if len(names) == 1 else ""


def _order(names: Sequence[str], outputs: Sequence[str]) -> list[int] | None:
    """For each name the place of the one output that shares a word with it; None when in doubt."""
    if len(names) != len(outputs):
        return None
    places: list[int] = []
    for name in names:
        shared = [i for i, output in enumerate(outputs) if _words(name) & _words(output)]
        if len(shared) != 1:
            return None
        places += shared
    return places if len(set(places)) == len(outputs) else None


def _words(name: str) -> set[str]:
    return set(_WORD.findall(name.lower())) - _SAY_NOTHING

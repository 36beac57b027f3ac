"""
The loss that `evaluate` gives is taken for an accuracy.

## Why it hurts
`evaluate` gives the loss first and then each metric of `compile`; without metrics it gives the loss alone. A cross-entropy of 0.55 is no 55 %:
it has no upper end, smaller is better, and it goes its own way beside the share of right answers. Compared with an accuracy that was counted by
hand it never agrees.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4))
    y = (x[:, 0] > 0).astype("int32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy")
    model.fit(x, y, epochs=20, verbose=0)
    score = model.evaluate(x, y, verbose=0)
    print("score: %.1f%%" % (score * 100))

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(64, 4))
    y = (x[:, 0] > 0).astype("int32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(x, y, epochs=20, verbose=0)
    loss, accuracy = model.evaluate(x, y, verbose=0)
    print("score: %.1f%%" % (accuracy * 100))
"""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root
from etude.diagnoses.places import call_at
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("model-12", "dev-6", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

# Losses of probabilities: nobody asks for a hundredfold of these.
_OF_CLASSES = ("crossentropy", "hinge")
_PERCENT = 100
_AS_PERCENT = re.compile(r"\.?\d*%$")
_ANNOUNCED = re.compile(r"\baccuracy\W*$", re.IGNORECASE)
_ACCURACY = re.compile(r"(?:\w+_)?acc(?:uracy)?(?:_\w+)?", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("Model.evaluate"):
        compiled = call.model.compiled if call.model else None
        measured = call.arguments.get("measured") or {}
        losses = [one.name for one in compiled.losses] if compiled else []
        if call.error or not any(kind in name for name in losses for kind in _OF_CLASSES):
            continue
        alone = list(measured) == ["loss"]
        used = next(_as_a_share(evidence.source, call, alone=alone), None)
        if used is not None:
            return Finding(
                line=call.line,
                evidence=f"evaluate gives the loss{' alone, since compile was given no metrics' if alone else ' first'}: "
                f"{measured.get('loss', 0):.3g}; line {used.lineno} takes it for a share of right answers",
                change='compile(..., metrics=["accuracy"]) and loss, accuracy = model.evaluate(...)'
                if alone
                else "loss, accuracy = model.evaluate(...): the accuracy is the second",
            )
    return None


def _as_a_share(source: Source, call: Call, *, alone: bool) -> Iterator[ast.expr]:
    """Where the loss is told in percent or as an accuracy, or is given the name of one."""
    written = call_at(source, call.line, "evaluate")
    if written is None:
        return
    for node in source.all(ast.Assign):
        if node.value is written:
            named = _first(node.targets[0], alone=alone)
            if named is not None and _is_share(last_name(named)):
                yield named
    for value in (*_told_in_percent(source), *_told_as_accuracy(source)):
        if _is_the_loss(source, value, written, alone=alone):
            yield value


def _first(target: ast.expr, *, alone: bool) -> ast.expr | None:
    """What the loss is given to: of several results the first; None where they stay together."""
    if alone:
        return target
    return target.elts[0] if isinstance(target, ast.Tuple) else None


def _is_share(name: str) -> bool:
    return "loss" not in name.lower() and _ACCURACY.fullmatch(name) is not None


def _told_as_accuracy(source: Source) -> Iterator[ast.expr]:
    """``value`` of ``print("accuracy:", value)`` and of ``f"accuracy: {value}"``."""
    rows = [call.args for call in source.calls("print")]
    rows += [one.values for one in source.all(ast.JoinedStr)]
    for row in rows:
        for words, value in pairwise(row):
            if isinstance(words, ast.Constant) and _ANNOUNCED.search(str(words.value)):
                yield value.value if isinstance(value, ast.FormattedValue) else value


def _told_in_percent(source: Source) -> Iterator[ast.expr]:
    """``value * 100`` and ``f"{value:.1%}"``."""
    for node in source.all(ast.BinOp):
        if isinstance(node.op, ast.Mult):
            sides = (node.left, node.right), (node.right, node.left)
            yield from (one for one, other in sides if constant(other) == _PERCENT)
    for part in source.all(ast.FormattedValue):
        spec = part.format_spec.values if isinstance(part.format_spec, ast.JoinedStr) else ()
        words = "".join(str(one.value) for one in spec if isinstance(one, ast.Constant))
        if _AS_PERCENT.fullmatch(words):
            yield part.value


def _is_the_loss(source: Source, value: ast.expr, written: ast.Call, *, alone: bool) -> bool:
    """Whether a value is what this ``evaluate`` gave, or the first of what it gave."""
    if isinstance(value, ast.Subscript):
        if alone or constant(value.slice) != 0:
            return False
        value = value.value
    elif not alone:
        return False
    if value is written:
        return True
    name = root(value)
    return bool(name) and assigned_value(source, name, before=value.lineno) is written

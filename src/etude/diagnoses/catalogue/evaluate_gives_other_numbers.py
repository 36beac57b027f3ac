"""
`evaluate` gives another number of results than the program takes.

## Why it hurts
`evaluate` returns the loss alone if `compile` was given no metrics, and a list of the loss and each metric if it was. A
list is no number to print or compare, and a single number cannot be taken apart.

## Example
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4))
    labels = (features[:, :1] > 0).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(features, labels, epochs=20, verbose=0)
    score = model.evaluate(features, labels, verbose=0)
    print(f"accuracy: {score:.2f}")

## Instead
    import keras
    import numpy as np

    features = np.random.default_rng(0).normal(size=(64, 4))
    labels = (features[:, :1] > 0).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.1), loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(features, labels, epochs=20, verbose=0)
    loss, accuracy = model.evaluate(features, labels, verbose=0)
    print(f"accuracy: {accuracy:.2f}")
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in
from etude.diagnoses.source import Source, call_line, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-12", "dev-6")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("unpacked_into_other_number", "loss_read_as_accuracy")

_EVALUATE = "evaluate"


@dataclass(frozen=True, slots=True)
class _Misread:
    """What a message says is wanted, what ``evaluate`` gives, and what to write."""

    said: re.Pattern[str]
    wanted: str
    given: str
    change: str


_MISREAD = (
    _Misread(
        re.compile(r"(?:too many|not enough) values to unpack"),
        "as many names stand before the = as results are wanted",
        "gives the loss and one value for each metric of compile",
        "take as many names, or keep the list: results = model.evaluate(...)",
    ),
    _Misread(
        re.compile(
            r"non-iterable float|'float' object is not (?:subscriptable|iterable)|invalid index to scalar"
        ),
        "several results are wanted",
        "gives the loss alone, since compile was given no metrics",
        'compile(..., metrics=["accuracy"]), or take the loss as it is',
    ),
    _Misread(
        re.compile(r"not '?list'?|list\.__format__|type list|of type 'float'|'list' and|\"list\""),
        "one number is wanted",
        "gives a list, the loss and then each metric of compile",
        "loss, accuracy = model.evaluate(...), or score[1] for the first metric",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    call = next(_evaluations(evidence.source, error.line), None) if error is not None else None
    if error is None or call is None:
        return None
    misread = next((one for one in _MISREAD if one.said.search(error.message)), None)
    if misread is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"{misread.wanted}: evaluate in line {call_line(call)} {misread.given}",
        change=misread.change,
    )


def _evaluations(source: Source, line: int) -> Iterator[ast.Call]:
    """Calls of ``evaluate`` on a line, or behind the names that it reads."""
    nodes = [node for node in source.all(ast.Name) if node.lineno == line]
    read = {node.id for node in nodes if isinstance(node.ctx, ast.Load)}
    for node in source.all(ast.Assign):
        value = node.value
        if not isinstance(value, ast.Call) or not _is_evaluate(value):
            continue
        if node.lineno <= line and (
            line <= (node.end_lineno or 0) or read & names_in(*node.targets)
        ):
            yield value


def _is_evaluate(call: ast.Call) -> bool:
    return last_name(call.func) == _EVALUATE

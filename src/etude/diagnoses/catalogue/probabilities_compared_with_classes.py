"""
Probabilities are compared with classes, and no probability is equal to a class.

## Why it hurts
`predict` gives what the last layer gives: 0.93, not 1. `predictions == labels` is false nearly everywhere, so the accuracy is
close to 0 for a perfect network; cut off to whole numbers with `astype(int)` every probability below 1 is class 0, and
scikit-learn refuses "a mix of binary and continuous targets". A class has to be chosen first: by a threshold for one
output, by the place of the largest for several.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(64, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("int64")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, epochs=2, verbose=0)
    predictions = model.predict(features, verbose=0)[:, 0]
    print("accuracy", np.mean(predictions == labels))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(64, 4)).astype("float32")
    labels = (features[:, 0] > 0).astype("int64")

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, epochs=2, verbose=0)
    predictions = model.predict(features, verbose=0)[:, 0]
    print("accuracy", np.mean((predictions > 0.5) == labels))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.predictions import only_head
from etude.diagnoses.source import Source, dotted_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.heads import Head
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-5", "dev-3")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = ()

_PROBABILITIES = ("sigmoid", "softmax")
# What scikit-learn says of them.
_REFUSED = re.compile(
    r"can't handle a mix of [\w-]+ and continuous|continuous[\w-]* and \w+ targets"
)
_NO_CLASSES = re.compile(
    r"previously unseen labels: \[(?:np\.float\d+\()?\d*\.\d|should be a 1d array, got an array of shape"
)
_NAMES = "inverse_transform"
# What leaves the values as they are, or cuts them off.
_ARRANGE = {"flatten", "ravel", "squeeze", "reshape", "asarray", "array", "numpy", "tolist"}
_CUT_OFF = "astype"
_NETWORK = {"predict", "predict_on_batch", "call", "get_tensor", "load", "loadtxt"}


def match(evidence: Evidence) -> Finding | None:
    return _compared(evidence) or _refused(evidence) or _named(evidence)


def _compared(evidence: Evidence) -> Finding | None:
    for left, right, line in _equalities(evidence.source):
        for one, other in ((left, right), (right, left)):
            predicted = _raw(evidence.source, one, line)
            head = _head(evidence, predicted) if predicted is not None else None
            if head is not None and _is_of_labels(evidence.source, other, line):
                return Finding(
                    line=line,
                    evidence=f"{ast.unparse(one)} holds what the {head.activation} gives, numbers between 0 and "
                    f"1, and is compared with {ast.unparse(other)} by ==",
                    change=_change(head),
                )
    return None


def _refused(evidence: Evidence) -> Finding | None:
    """A function of scikit-learn that counts classes, and is given probabilities."""
    error = evidence.error
    if error is None or not _REFUSED.search(error.message):
        return None
    head = _predicted(evidence)
    return Finding(
        line=error.line,
        evidence="the labels are classes, and the predictions are probabilities"
        if head is not None
        else "the labels are classes, and what they are compared with are fractions",
        change=_change(head),
    )


def _named(evidence: Evidence) -> Finding | None:
    """An encoder that is to give the names of classes, and is given probabilities."""
    error = evidence.error
    if error is None or not _NO_CLASSES.search(error.message):
        return None
    call = call_at(evidence.source, error.line, _NAMES)
    head = _predicted(evidence)
    if call is None or head is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"{ast.unparse(call.func)} wants class numbers, and what it is given are probabilities",
        change=_change(head),
    )


def _equalities(source: Source) -> Iterator[tuple[ast.expr, ast.expr, int]]:
    for node in source.all(ast.Compare):
        if len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq | ast.NotEq):
            yield node.left, node.comparators[0], node.lineno


def _raw(source: Source, node: ast.expr | None, line: int) -> ast.Call | None:
    """The ``predict`` whose values these are, when nothing has chosen a class of them."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=line)
        filled = _set_in_place(source, node.id, value.lineno, line) if value is not None else []
        if filled:  # ``p[p >= 0.5] = 1`` chooses, ``p[fold] = model.predict(...)`` does not
            return _raw(source, filled[0].value, filled[0].lineno) if len(filled) == 1 else None
        # Of ``p = p.ravel()`` what p was before: each look back begins further up.
        return _raw(source, value, min(value.lineno, line - 1)) if value is not None else None
    if isinstance(node, ast.Subscript):
        return _raw(source, node.value, line)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return None
    if node.func.attr == "predict":
        return node
    if node.func.attr not in {*_ARRANGE, _CUT_OFF}:
        return None
    own = dotted_name(node.func.value) in ("np", "numpy", "tf")
    return _raw(source, node.args[0] if own and node.args else node.func.value, line)


def _set_in_place(source: Source, name: str, after: int, before: int) -> list[ast.Assign]:
    """Where some of its values are given others in between."""
    return [
        node
        for node in source.all(ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Subscript)
        and isinstance(target.value, ast.Name)
        and target.value.id == name
        and after < node.lineno < before
    ]


def _head(evidence: Evidence, predicted: ast.Call) -> Head | None:
    calls = [call for call in evidence.calls_of("Model.predict") if spans(predicted, call.line)]
    return _only(calls[-1]) if calls else None


def _predicted(evidence: Evidence) -> Head | None:
    """The output of the last prediction that gave probabilities."""
    made = (_only(call) for call in reversed(evidence.calls_of("Model.predict")))
    return next((head for head in made if head is not None), None)


def _only(call: Call) -> Head | None:
    """The output that predicts, when it gives probabilities."""
    head = only_head(call)
    return head if head is not None and head.activation in _PROBABILITIES else None


def _is_of_labels(source: Source, node: ast.expr, line: int) -> bool:
    """Whether it is neither a plain number nor what a network gave, now or before."""
    if isinstance(node, ast.Constant):
        return False
    behind = [part for part in origins(source, node, before=line) if isinstance(part, ast.Call)]
    return not any(_asks_a_network(source, call, line) for call in behind)


def _asks_a_network(source: Source, call: ast.Call, line: int) -> bool:
    """``model.predict(x)``, ``model(x)``, or values that were kept in a file."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr in _NETWORK
    return (
        isinstance(call.func, ast.Name) and value_of(source, call.func.id, before=line) is not None
    )


def _change(head: Head | None) -> str:
    if head is not None and head.units == 1:
        return "choose a class first: (predictions > 0.5).astype(int)"
    if head is not None:
        return "choose a class first: predictions.argmax(axis=1)"
    return "choose a class first: (predictions > 0.5).astype(int) of one output, predictions.argmax(axis=1) of several"

"""
A metric compares the outputs with the labels column by column, and the labels have other columns.

## Why it hurts
`F1Score`, `R2Score`, `Precision`, `Recall` and `AUC` take labels in the shape of the outputs. Labels that are class numbers
have one number where the output has a probability for each class, and labels of shape (n,) lack the axis of the output (n, 1). A loss
and "accuracy" bridge that by themselves; these metrics do not.

## Example
    import keras
    import numpy as np

    x, y = np.random.rand(60, 4), np.arange(60) % 3
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=[keras.metrics.F1Score(average="macro")],
    )
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x, y = np.random.rand(60, 4), np.arange(60) % 3
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(
        optimizer="adam", loss="categorical_crossentropy", metrics=[keras.metrics.F1Score(average="macro")]
    )
    model.fit(x, keras.utils.to_categorical(y, 3), epochs=3, verbose=0)
"""

import ast
import re
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at, metrics_line
from etude.diagnoses.refusals import shapes_in
from etude.diagnoses.source import last_name
from etude.diagnoses.stops import Stop, labels_of, stop, told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-9", "model-13", "dev-3")
GUIDE = "Keras API: Metrics"
EXPLAINS = ()

# What the metrics say that want a table on both sides.
_TABLES = re.compile(
    r"(?P<kind>\w+Score) expects 2D inputs.*y_pred\.shape=(?P<output>\([^)]*\)) and y_true\.shape=(?P<labels>\([^)]*\))"
)
_RANK = re.compile(
    r"`y_pred` must have rank 2 when `multi_label=True`.*`y_pred`: (?P<output>\([^)]*\))"
)
# What TensorFlow says of those that compare number by number: all values of a batch in one row.
_IN_ONE_ROW = (
    re.compile(r"Incompatible shapes: \[1,(?P<one>\d+)\] vs\. \[1,(?P<other>\d+)\]"),
    re.compile(r"Logical.*input shapes: \[1,(?P<one>\d+)\], \[1,(?P<other>\d+)\]"),
)
_BY_NUMBER = (
    *("Precision", "Recall", "AUC", "TruePositives", "TrueNegatives", "FalsePositives"),
    *("FalseNegatives", "PrecisionAtRecall", "RecallAtPrecision"),
)
_TABLE = 2


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None:
        return _called_alone(evidence)
    if found := _TABLES.search(ended.error.message):
        output, labels = (shapes_in(found[name])[0] for name in ("output", "labels"))
        name = "F1Score" if found["kind"] == "FBetaScore" else found["kind"]
        return _finding(evidence, ended, _written(evidence, ended, name) or name, output, labels)
    if found := _RANK.search(ended.error.message):
        output = shapes_in(found["output"])[0]
        return _finding(evidence, ended, "AUC(multi_label=True)", output, output)
    return _by_number(evidence, ended)


def _called_alone(evidence: Evidence) -> Finding | None:
    """A metric that the program itself gives labels and predictions."""
    error = evidence.error
    found = _TABLES.search(error.message) if error else None
    if error is None or found is None:
        return None
    output, labels = (shapes_in(found[name])[0] for name in ("output", "labels"))
    return Finding(
        line=error.line,
        about=found["kind"],
        evidence=f"it compares predictions of shape {told_shape(output)} with labels of shape {told_shape(labels)}, and wants a "
        "column for each class on both sides",
        change="one-hot labels, keras.utils.to_categorical(y, classes), and the probabilities as predict gives them; "
        "of two classes y[:, None] and predictions of shape (rows, 1)",
    )


def _by_number(evidence: Evidence, ended: Stop) -> Finding | None:
    """One label for a row of probabilities, met by a metric that takes them one by one."""
    found = next((one for said in _IN_ONE_ROW if (one := said.search(ended.error.message))), None)
    units = ended.model.outputs[0].shape if len(ended.model.outputs) == 1 else None
    name = next((one for one in _BY_NUMBER if _written(evidence, ended, one)), "")
    if found is None or not units or not units[-1] or not name:
        return None
    fewer, more = sorted((int(found["one"]), int(found["other"])))
    if more != fewer * units[-1] or units[-1] == 1:
        return None
    labels = next((list(one.shape or []) for one in labels_of(ended.data[0])), [None])
    return _finding(evidence, ended, name, list(units), [None, *labels[1:]])


def _finding(
    evidence: Evidence,
    ended: Stop,
    name: str,
    output: Sequence[int | None],
    labels: Sequence[int | None],
) -> Finding:
    call = _call(evidence, ended, name)
    return Finding(
        line=call.lineno if call is not None else metrics_line(evidence.source, ended.model),
        about=name,
        evidence=f"{name} compares outputs of shape {told_shape(output)} with labels of shape {told_shape(labels)}",
        change=_change(name, output, labels),
    )


def _change(name: str, output: Sequence[int | None], labels: Sequence[int | None]) -> str:
    width = output[-1]
    if len(output) > _TABLE and len(labels) >= len(output):
        return (
            f"{name} takes one row per example: end the network with layers.Flatten() and give it y.reshape(len(y), -1), or "
            "take a metric that works on any shape"
        )
    if width == 1:
        return "give the labels the axis of the output: y[:, None], or y.reshape(-1, 1); the validation labels too"
    return (
        f"one-hot labels: keras.utils.to_categorical(y, {width}) with the loss categorical_crossentropy; "
        "the validation labels too"
    )


def _written(evidence: Evidence, ended: Stop, name: str) -> str:
    """The name, when compile is given such a metric, as an object or as text."""
    return name if any(True for _ in _mentions(evidence, ended, name)) else ""


def _call(evidence: Evidence, ended: Stop, name: str) -> ast.expr | None:
    return next(_mentions(evidence, ended, name.partition("(")[0]), None)


def _mentions(evidence: Evidence, ended: Stop, name: str) -> Iterator[ast.expr]:
    compiled = ended.model.compiled
    outer = call_at(evidence.source, compiled.line, "compile") if compiled else None
    given = [one.value for one in outer.keywords if one.arg == "metrics"] if outer else []
    for part in (node for one in given for node in ast.walk(one)):
        if isinstance(part, ast.Call) and last_name(part.func) == name:
            yield part
        if (
            isinstance(part, ast.Constant)
            and str(part.value).lower().replace("_", "") == name.lower()
        ):
            yield part

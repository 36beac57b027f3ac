"""
Labels that are one-hot already are turned into one-hot rows once more.

## Why it hurts
`to_categorical` makes a row of zeros and ones of every number that it is given. Given such rows, it takes each 0 and 1 in them
for a class number: a label becomes a table with a row for each class, and the loss, which wants one row, refuses it. A cell
of a notebook that is run twice does it as well as two lines of a program.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    y = keras.utils.to_categorical(np.arange(32) % 3)
    y = keras.utils.to_categorical(y, 3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    y = keras.utils.to_categorical(np.arange(32) % 3, 3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(x, y, verbose=0)
"""

import ast
import re

from etude.diagnoses.asked import LABELS, behind_judged, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import call_line, last_name
from etude.diagnoses.stops import stop
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "data-5", "dev-3")
GUIDE = "Keras API: Python and NumPy utilities, to_categorical"
EXPLAINS = (
    *("one_hot_drops_class", "integer_labels_with_categorical_loss"),
    *("one_hot_labels_with_sparse_loss", "predictions_broadcast_against_labels"),
)

_REFUSED = re.compile(
    r"must have the same (?:rank|shape).*target\.shape=\((?P<labels>[^)]*)\), output\.shape=\((?P<outputs>[^)]*)\)",
    re.DOTALL,
)
_ONE_HOT = ("to_categorical", "one_hot", "get_dummies")
_ENCODERS = ("LabelBinarizer", "OneHotEncoder")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    refused = _REFUSED.search(ended.error.message) if ended is not None else None
    if ended is None or refused is None or not _has_one_axis_more(refused):
        return None
    for fit in evidence.fits:
        for nodes in (
            behind_learned(evidence.source, fit, LABELS),
            behind_judged(evidence, fit, LABELS),
        ):
            calls = [node for node in nodes if isinstance(node, ast.Call) and _is_one_hot(node)]
            lines = sorted(call_line(call) for call in calls)
            if len(lines) > 1:
                return Finding(
                    line=lines[-1],
                    evidence=f"line {lines[-2]} makes one-hot rows of the labels, and line {lines[-1]} makes them again: each "
                    f"label has the shape ({refused['labels'].partition(', ')[2]})",
                    change="do it once: leave one of the two out",
                )
    return None


def _has_one_axis_more(refused: re.Match[str]) -> bool:
    labels, outputs = refused["labels"].split(","), refused["outputs"].split(",")
    return len(labels) == len(outputs) + 1


def _is_one_hot(call: ast.Call) -> bool:
    name = last_name(call.func)
    encoded = name == "fit_transform" and any(one in ast.unparse(call.func) for one in _ENCODERS)
    return name in _ONE_HOT or encoded

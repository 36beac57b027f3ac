"""
Labels or weights are given beside a dataset or a generator, which have to bring them along.

## Why it hurts
A dataset, a generator and a sequence of batches decide what a batch is, so Keras cannot cut `y`, `sample_weight` or
`class_weight` to match. They belong into what each batch is: (inputs, labels) or (inputs, labels, weights). The same holds of
two kinds of weights at once.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    x, y = np.random.rand(40, 4), np.arange(40) % 2
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tf.data.Dataset.from_tensor_slices(x).batch(8), y, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    x, y = np.random.rand(40, 4), np.arange(40) % 2
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tf.data.Dataset.from_tensor_slices((x, y)).batch(8), epochs=2, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "model-15", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

_SAID = (
    re.compile(r"`x` as a (?P<what>.+?), `(?P<name>\w+)` should not be passed"),
    re.compile(r"`(?P<name>class_weight)` is not supported for (?P<what>.+?) inputs"),
)
# Keras has several words for it, one of them without a verb.
_TWO_KINDS = re.compile(
    r"`?class_weight`? and `?sample_weight`? at the same time|`sample_weight` and `class_weight` cannot"
)
_NAMES = {"sample_weights": "sample_weight"}
_ON_DATA = ("fit", "evaluate", "predict", "train_on_batch", "test_on_batch")
_SECOND = {"y": 1}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "ValueError":
        return None
    if _TWO_KINDS.search(error.message):
        return _two_kinds(evidence, error)
    found = next((one for said in _SAID if (one := said.search(error.message))), None)
    if found is None:
        return None
    name = _NAMES.get(found["name"], found["name"])
    call = _call(evidence, error)
    node = given(call, name, _SECOND.get(name, len(call.args))) if call is not None else None
    data = _told(given(call, "x", 0) if call is not None else None)
    return Finding(
        line=node.lineno if node is not None else error.line,
        about=name,
        evidence=f"{name} is given beside {data}, {_kind(found['what'])}",
        change=_change(name, data, ast.unparse(node) if node is not None else name, found["what"]),
    )


def _change(name: str, data: str, written: str, what: str) -> str:
    if name == "class_weight":
        return (
            "let the generator give the weight of each example as a third part: "
            "yield x, y, np.where(y == 1, 5.0, 1.0), with the weights of the dictionary"
        )
    parts = "(x, y)" if name == "y" else "(x, y, weights)"
    if "tf.data" in what or ("Dataset" in what and "Py" not in what):
        return f"put it into the dataset: tf.data.Dataset.from_tensor_slices({parts}) with {written}, batched after it"
    return f"let {data} give {parts} for each batch, {written} cut like the inputs"


def _two_kinds(evidence: Evidence, error: Error) -> Finding | None:
    call = _call(evidence, error)
    node = given(call, "class_weight", len(call.args)) if call is not None else None
    return Finding(
        line=node.lineno if node is not None else error.line,
        about="class_weight",
        evidence="the examples have weights of their own (sample_weight, or the third part of the dataset), and class_weight "
        "weighs them once more",
        change="one of the two: multiply them yourself, weights * np.where(y == 1, 3.0, 1.0), and leave class_weight out",
    )


def _call(evidence: Evidence, error: Error) -> ast.Call | None:
    calls = [call_at(evidence.source, error.line, name) for name in _ON_DATA]
    return next((one for one in calls if one is not None), None)


def _told(node: ast.expr | None) -> str:
    return ast.unparse(node) if isinstance(node, ast.Name | ast.Attribute) else "the data"


def _kind(what: str) -> str:
    if "generator" in what.lower():
        return "a generator, which gives its batches with all that belongs to them"
    return f"a {what}, which gives its batches with all that belongs to them"

"""
The most likely class is looked for among the examples instead of among the classes.

## Why it hurts
Predictions have a row for each example and a column for each class. `np.argmax(predictions)` without an axis gives one
number, the place of the largest value of all; `tf.argmax(predictions)` looks down the columns and says which example
is most like each class. Neither is the class of an example, and comparing them with labels gives an accuracy that means
nothing, often without an error.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = x[:, :3].argmax(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, epochs=2, verbose=0)
    predictions = model.predict(x, verbose=0)
    print("accuracy", np.mean(np.argmax(predictions) == y))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(60, 4)).astype("float32")
    y = x[:, :3].argmax(axis=1)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(x, y, epochs=2, verbose=0)
    predictions = model.predict(x, verbose=0)
    print("accuracy", np.mean(np.argmax(predictions, axis=1) == y))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.predictions import (
    argmaxes,
    axis_of,
    is_method,
    is_one_example,
    only_head,
)
from etude.diagnoses.source import call_line, dotted_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-6", "dev-2")
GUIDE = "TensorFlow tutorial: Basic classification"
EXPLAINS = ("operands_do_not_fit",)

# tf.argmax looks along the first axis when it is told none, numpy through everything.
_ALONG_FIRST = ("tf.", "tensorflow.")


def match(evidence: Evidence) -> Finding | None:
    predictions = [call for call in evidence.calls_of("Model.predict") if not call.error]
    for found, predicted in argmaxes(evidence.source):
        call = next((c for c in predictions if spans(predicted, c.line)), None)
        head = only_head(call) if call else None
        if call is None or head is None or (head.units or 0) < 2:
            continue
        told = _along(found)
        if told and not is_one_example(call):
            return Finding(
                line=call_line(found),
                evidence=f"predict in line {call.line} gives {head.units} values for each example, and "
                f"this argmax {told}",
                change="look along the classes: argmax(..., axis=1)",
                about=call.model.name if call.model else "",
            )
    return None


def _along(call: ast.Call) -> str:
    """What an argmax goes through; "" when that is each example's values."""
    axis = axis_of(call)
    if axis not in (None, 0):
        return ""
    along_first = axis == 0 or (
        not is_method(call) and dotted_name(call.func).startswith(_ALONG_FIRST)
    )
    if along_first:
        return "looks down the examples for each class"
    return "gives one number, the place of the largest value of all"

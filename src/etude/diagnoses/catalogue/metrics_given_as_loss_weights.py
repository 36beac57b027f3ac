"""
Metrics are given to `compile` in the place of the loss weights.

## Why it hurts
In Keras 2 the third argument of `compile` was `metrics`; in Keras 3 it is `loss_weights`. Written without its name,
["accuracy"] is taken for weights, and `fit` stops with words about a dtype "string" that mention neither.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", ["accuracy"])
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    model.fit(features, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-6", "model-1", "dev-3")
GUIDE = "Keras: Keras 2 to Keras 3 migration"
EXPLAINS = ("labels_are_text",)

_POSITION = 2  # compile(optimizer, loss, loss_weights, metrics)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in source.calls("compile"):
        of_a_model = isinstance(call.func, ast.Attribute)  # Python has a compile of its own
        third = call.args[_POSITION] if of_a_model and len(call.args) > _POSITION else None
        if third is not None and _are_metrics(source, third):
            return Finding(
                line=call_line(call),
                evidence=f"the third argument of compile is loss_weights, and it is given {ast.unparse(third)}",
                change=f"metrics={ast.unparse(third)}",
            )
    return None


def _are_metrics(source: Source, node: ast.expr) -> bool:
    """A text or a list of texts or metric objects, also under a name."""
    if isinstance(node, ast.Name):
        value = value_of(source, node.id, before=node.lineno)
        return value is not None and not isinstance(value, ast.Name) and _are_metrics(source, value)
    if isinstance(node, ast.List | ast.Tuple):
        return bool(node.elts) and all(_are_metrics(source, one) for one in node.elts)
    if isinstance(node, ast.Call):
        return ".metrics." in f".{dotted_name(node.func)}"
    return isinstance(node, ast.Constant) and isinstance(node.value, str)

"""
An evaluation calls the model with `training=True`.

## Why it hurts
Dropout then drops units of the very predictions that are measured, so the score is too low and different
each time. Batch normalisation uses the statistics of the evaluation batch and moves its running ones towards
them: the model has learned from data that were to judge it.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0).astype("int64")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.2), keras.layers.Dense(2)])
    accuracy = keras.metrics.SparseCategoricalAccuracy()


    def evaluate(inputs, labels):
        outputs = model(inputs, training=True)
        accuracy.update_state(labels, outputs)
        return accuracy.result()


    print(float(evaluate(inputs, labels)))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    labels = (inputs[:, 0] > 0).astype("int64")
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dropout(0.2), keras.layers.Dense(2)])
    accuracy = keras.metrics.SparseCategoricalAccuracy()


    def evaluate(inputs, labels):
        outputs = model(inputs, training=False)
        accuracy.update_state(labels, outputs)
        return accuracy.result()


    print(float(evaluate(inputs, labels)))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import MODEL_CALL, behaves_in_two_ways
from etude.diagnoses.places import function_around
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-3", "model-13")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ()

_EVALUATES = re.compile(r"(^|_)(test|val|valid|validate|validation|eval|evaluate|evaluation)(_|$)")
# Words of those who draw several answers on purpose, to see how far they differ.
_DRAWS = re.compile(r"monte|(^|_)mc(_|$)|uncertain|sampl|stochastic|bayes|draw", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    models = {model.key: model for model in evidence.models}
    for call in evidence.calls_of(MODEL_CALL):
        model = models.get(call.arguments["model"])
        layers = behaves_in_two_ways(model) if model is not None else []
        if model is None or not layers or not _is_training_without_learning(call):
            continue
        around = function_around(evidence.source, call.line)
        if around is None or not _only_evaluates(around):
            continue
        kinds = ", ".join(dict.fromkeys(layer.kind for layer in layers))
        return Finding(
            line=call.line,
            evidence=f"{around.name} calls {model.name} with training=True, and it has {kinds}",
            change="call the model with training=False wherever it is not to learn",
            about=model.name,
        )
    return None


def _only_evaluates(function: ast.FunctionDef) -> bool:
    """Whether its name says so; whoever stacks several answers wants them to differ."""
    stacks = any(isinstance(n, ast.Attribute) and n.attr == "stack" for n in ast.walk(function))
    named = _EVALUATES.search(function.name) and not _DRAWS.search(function.name)
    return bool(named) and not stacks


def _is_training_without_learning(call: Call) -> bool:
    given = call.arguments
    return given["training"] is True and not given["taped"] and not given["symbolic"]

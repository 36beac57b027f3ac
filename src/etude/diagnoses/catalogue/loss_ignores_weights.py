"""
A loss of one's own returns one number for the whole batch, so the weights of examples have no effect.

## Why it hurts
The `call` of a `Loss` returns one number per example; Keras then multiplies each by its weight and takes the mean.
When `call` takes the mean itself, all weights multiply the same number: sample weights and class weights only make
the loss larger or smaller, and examples that were to count for nothing are learned like all others.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    class Distance(keras.losses.Loss):
        def call(self, y_true, y_pred):
            return tf.reduce_mean(tf.abs(y_true - y_pred))


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss=Distance())
    weights = np.where(inputs[:, 0] > 0, 1.0, 0.0)
    model.fit(inputs, 2 * inputs, sample_weight=weights, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    class Distance(keras.losses.Loss):
        def call(self, y_true, y_pred):
            return tf.reduce_mean(tf.abs(y_true - y_pred), axis=-1)


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss=Distance())
    weights = np.where(inputs[:, 0] > 0, 1.0, 0.0)
    model.fit(inputs, 2 * inputs, sample_weight=weights, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.own_measures import is_mean_of_all, methods_of_losses
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "model-15")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ()

_WEIGHTS = ("sample_weight", "class_weight")


def match(evidence: Evidence) -> Finding | None:
    given = _weights_given(evidence.source)
    for method in methods_of_losses(evidence.source, "call") if given else ():
        for node in ast.walk(method):
            if (
                isinstance(node, ast.Return)
                and node.value is not None
                and is_mean_of_all(node.value)
            ):
                return Finding(
                    line=node.lineno,
                    evidence=f"line {node.lineno} returns one number for the whole batch, and {given} "
                    "is given for single examples",
                    change="return one number per example: a mean over the last axis, or none",
                )
    return None


def _weights_given(source: Source) -> str:
    """The kind of weights that some call is given."""
    for node in source.nodes:
        for word in node.keywords if isinstance(node, ast.Call) else ():
            if word.arg in _WEIGHTS and not _is_none(word.value):
                return word.arg
    return ""


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None

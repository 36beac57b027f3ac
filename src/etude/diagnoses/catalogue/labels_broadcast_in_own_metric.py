"""
A metric of one's own subtracts (n,) from (n, 1), so it compares every output with every label.

## Why it hurts
Keras gives labels of shape (n,) the second axis that a model with one output has, for losses and for its own metrics.
A metric function of one's own gets both as they are: their difference is a table (n, n). Training is right, and the
metric tells of an error that is not there, such as an R2 below zero for a model that is good.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    def mean_error(y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred))


    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = inputs.sum(axis=1)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=[mean_error])
    model.fit(inputs, targets, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    def mean_error(y_true, y_pred):
        return tf.reduce_mean(tf.abs(y_true - y_pred))


    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    targets = inputs.sum(axis=1, keepdims=True)
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", metrics=[mean_error])
    model.fit(inputs, targets, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Output, outputs
from etude.diagnoses.names import given, root
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-7", "train-2", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors (broadcasting)"
EXPLAINS = ()

_METRICS_POSITION = 3  # compile(optimizer, loss, loss_weights, metrics)
_RESHAPES = ("reshape", "squeeze", "flatten", "ravel", "expand_dims", "newaxis", "None", "[:, 0]")


def match(evidence: Evidence) -> Finding | None:
    if not any(_is_column_beside_row(output) for output in outputs(evidence)):
        return None
    for function in _metrics(evidence.source):
        difference = next(_differences(function), None)
        if difference is not None:
            return Finding(
                line=difference.lineno,
                evidence=f"{function.name} subtracts outputs of shape (n, 1) and labels of shape (n,), which gives "
                "(n, n)",
                change="give fit labels of shape (n, 1): y[:, None]; or begin the metric with "
                "y_true = tf.reshape(y_true, tf.shape(y_pred))",
                about=function.name,
            )
    return None


def _is_column_beside_row(output: Output) -> bool:
    shape = output.head.shape
    labels = output.labels[0].shape if output.labels else None
    return shape is not None and list(shape)[1:] == [1] and labels is not None and len(labels) == 1


def _metrics(source: Source) -> Iterator[ast.FunctionDef]:
    """Functions of the file that ``compile`` is given as metrics."""
    named: set[str] = set()
    for call in source.calls("compile"):
        value = given(call, "metrics", _METRICS_POSITION)
        named |= {dotted_name(node) for node in ast.walk(value)} if value is not None else set()
    return (function for function in source.functions() if function.name in named)


def _differences(function: ast.FunctionDef) -> Iterator[ast.BinOp]:
    """Where one parameter is subtracted from the other, unless the function arranges shapes."""
    parameters = [one.arg for one in function.args.args]
    if len(parameters) != 2 or any(word in ast.unparse(function) for word in _RESHAPES):
        return
    for node in (one for one in ast.walk(function) if isinstance(one, ast.BinOp)):
        if isinstance(node.op, ast.Sub) and {root(node.left), root(node.right)} == set(parameters):
            yield node

"""
The loss of several devices is divided by the whole batch, and then averaged over the devices once more.

## Why it hurts
`compute_average_loss(..., global_batch_size=...)` divides the losses of one device by the number of examples on all
of them: what the devices give are parts of the loss, which belong added up. Their mean is smaller by the number of
devices. With one device nobody notices; with four the curve lies at a quarter, and a comparison of the two is wrong.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    x = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((x, 2 * x)).batch(8)
    with strategy.scope():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        optimizer = keras.optimizers.SGD(0.1)
        measure = keras.losses.MeanSquaredError(reduction="none")

    def step(inputs, targets):
        with tf.GradientTape() as tape:
            losses = measure(targets, model(inputs, training=True))
            loss = tf.nn.compute_average_loss(losses, global_batch_size=8)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    @tf.function
    def distributed(inputs, targets):
        losses = strategy.run(step, args=(inputs, targets))
        return strategy.reduce(tf.distribute.ReduceOp.MEAN, losses, axis=None)

    for inputs, targets in data:
        print(float(distributed(inputs, targets)))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    x = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((x, 2 * x)).batch(8)
    with strategy.scope():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        optimizer = keras.optimizers.SGD(0.1)
        measure = keras.losses.MeanSquaredError(reduction="none")

    def step(inputs, targets):
        with tf.GradientTape() as tape:
            losses = measure(targets, model(inputs, training=True))
            loss = tf.nn.compute_average_loss(losses, global_batch_size=8)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    @tf.function
    def distributed(inputs, targets):
        losses = strategy.run(step, args=(inputs, targets))
        return strategy.reduce(tf.distribute.ReduceOp.SUM, losses, axis=None)

    for inputs, targets in data:
        print(float(distributed(inputs, targets)))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.diagnoses.names import calls_in, function_of, given, value_of
from etude.diagnoses.source import Source, call_line, constant, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-7", "train-1")
GUIDE = "TensorFlow tutorial: Custom training with tf.distribute.Strategy"
EXPLAINS = ()

_SHARE = "compute_average_loss"


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in source.calls("reduce") if evidence.calls_of(APPLY) else ():
        share = next(_share_in(source, call), 0)
        if share and _is_mean(call.args[0] if call.args else None):
            return Finding(
                line=call_line(call),
                evidence=f"line {share} divides the loss by the whole batch already, and line {call_line(call)} "
                "takes the mean of what the devices give",
                change="add them up: strategy.reduce(tf.distribute.ReduceOp.SUM, losses, axis=None)",
            )
    return None


def _is_mean(operation: ast.expr | None) -> bool:
    if operation is None:
        return False
    return str(constant(operation)).upper() == "MEAN" or dotted_name(operation).endswith(".MEAN")


def _share_in(source: Source, reduce: ast.Call) -> Iterator[int]:
    """Where the function behind what is reduced divides its loss, if that is what it gives back."""
    value = given(reduce, "value", 1)
    if isinstance(value, ast.Name):
        value = value_of(source, value.id, before=reduce.lineno)
    runs = isinstance(value, ast.Call) and dotted_name(value.func).endswith(".run")
    function = function_of(source, value.args[0]) if runs and value.args else None  # type: ignore[union-attr]
    for returned in ast.walk(function) if function else ():
        if isinstance(returned, ast.Return) and isinstance(returned.value, ast.Name):
            made = value_of(source, returned.value.id, before=returned.lineno)
            for call in calls_in(made) if made is not None else ():
                if dotted_name(call.func).endswith(_SHARE):
                    yield call.lineno

"""
Each device averages the loss over its own part of the batch, so the steps are as many times too large.

## Why it hurts
A distribution strategy gives each device a part of the batch and adds up the gradients of all of them. For the
sum to be the gradient of the mean over the whole batch, each example has to be divided by the size of the whole
batch. A mean over the part makes every step as many times larger as there are devices: the same program
behaves differently on two machines and on four.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).batch(16)
    with strategy.scope():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        optimizer = keras.optimizers.SGD(0.1)


    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((y - model(x, training=True)) ** 2)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))


    for batch in strategy.experimental_distribute_dataset(data):
        strategy.run(step, args=batch)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).batch(16)
    with strategy.scope():
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
        optimizer = keras.optimizers.SGD(0.1)


    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.reduce_mean((y - model(x, training=True)) ** 2, axis=-1)
            loss = tf.nn.compute_average_loss(losses, global_batch_size=16)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))


    for batch in strategy.experimental_distribute_dataset(data):
        strategy.run(step, args=batch)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY, tape_bodies
from etude.diagnoses.names import calls_in, function_of
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-7", "train-1")
GUIDE = "TensorFlow tutorial: Custom training with tf.distribute.Strategy"
EXPLAINS = ("diverging_loss", "loss_oscillates")

_STRATEGY = "Strategy"
_MEANS = ("reduce_mean", "ops.mean", "math.reduce_mean")
# Whoever divides by the whole batch, or by the number of devices, writes one of these.
_DIVIDES = ("compute_average_loss", "num_replicas_in_sync", "scale_regularization_loss")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if _STRATEGY not in source.text or not evidence.calls_of(APPLY):
        return None
    if any(word in source.text for word in _DIVIDES):
        return None
    for function in _run_on_devices(source):
        line = next(_means_under_tape(source, function), 0)
        if line:
            return Finding(
                line=line,
                evidence=f"line {line} takes the mean over the part of the batch that one device has, "
                f"and the gradients of all devices that run {function.name} are added up",
                change="tf.nn.compute_average_loss(losses, global_batch_size=...), with a loss for "
                "each example",
            )
    return None


def _run_on_devices(source: Source) -> Iterator[ast.FunctionDef]:
    for call in source.calls("run"):
        function = function_of(source, call.args[0]) if call.args else None
        if isinstance(function, ast.FunctionDef):
            yield function


def _means_under_tape(source: Source, function: ast.FunctionDef) -> Iterator[int]:
    """Lines under a tape of the function that make one number of all examples."""
    inside = {id(node) for node in ast.walk(function)}
    for body in tape_bodies(source):
        for call in calls_in(body) if id(body) in inside else ():
            over_all = len(call.args) == 1 and not call.keywords
            if over_all and dotted_name(call.func).endswith(_MEANS):
                yield call.lineno

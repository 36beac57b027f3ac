"""
The penalties of a model are added up, and the model has none.

## Why it hurts
`model.losses` holds what regularizers and `add_loss` contribute, one tensor each. Without any it is an empty list, and
`tf.add_n` does not know the sum of nothing: it stops with a message about an iterable of tensors that names no regularizer.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(2 * inputs - model(inputs, training=True)))
            loss += tf.add_n(model.losses)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, kernel_regularizer="l2")])
    optimizer = keras.optimizers.SGD(0.1)

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(2 * inputs - model(inputs, training=True)))
            loss += tf.add_n(model.losses)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-1", "train-3", "dev-3")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ()

_SAID = "iterable of at least one Tensor"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or _SAID not in error.message:
        return None
    call = call_at(evidence.source, error.line, "add_n")
    added = call.args[0] if call is not None and call.args else None
    if call is None or not isinstance(added, ast.Attribute) or added.attr != "losses":
        return None
    return Finding(
        line=call_line(call),
        evidence=f"{ast.unparse(added)} is empty: no layer has a regularizer, and none calls add_loss",
        change="give layers a penalty, kernel_regularizer=keras.regularizers.L2(1e-4), or leave this line out; "
        f"sum({ast.unparse(added)}) is 0 where there are none",
        about=ast.unparse(added.value),
    )

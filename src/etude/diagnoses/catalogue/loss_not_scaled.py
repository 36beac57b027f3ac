"""
An optimizer divides the gradients by a scale that the loss was never multiplied with.

## Why it hurts
In mixed precision small gradients become zero, so the loss is multiplied with a large number, 32768 at first,
before the gradients are taken, and a `LossScaleOptimizer` divides them by it again. `fit` does both. A loop of
one's own has to call `optimizer.scale_loss`; without that every step is 32768 times too small, and nothing is
learned. `compile` wraps an optimizer in this way without a word when the policy is `mixed_float16`.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.SGD(0.1))
    measure = keras.losses.MeanSquaredError()

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = measure(2 * inputs, model(inputs, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.mixed_precision.LossScaleOptimizer(keras.optimizers.SGD(0.1))
    measure = keras.losses.MeanSquaredError()

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = measure(2 * inputs, model(inputs, training=True))
            scaled = optimizer.scale_loss(loss)
        gradients = tape.gradient(scaled, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY, GRADIENT
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-6", "train-1", "train-3")
GUIDE = "TensorFlow guide: Mixed precision (training the model with a custom training loop)"
EXPLAINS = ("trained_too_short", "learning_rate_too_low", "vanishing_gradients")

_SCALES = "LossScaleOptimizer"
_SCALED_BY = ("scale_loss", "get_scaled_loss", "dynamic_scale")


def match(evidence: Evidence) -> Finding | None:
    if not evidence.calls_of(APPLY) or any(word in evidence.source.text for word in _SCALED_BY):
        return None
    compiled = any(m.compiled and m.compiled.optimizer == _SCALES for m in evidence.models)
    if not compiled and not evidence.source.calls(_SCALES):
        return None
    line = next((call.line for call in evidence.calls_of(GRADIENT) if call.arguments["of"]), 0)
    if not line:
        return None
    return Finding(
        line=line,
        evidence=f"the gradients of line {line} are those of the loss as it is, and the optimizer, a "
        f"{_SCALES}, divides them by its scale",
        change="scaled = optimizer.scale_loss(loss) under the tape, and the gradients of scaled",
    )

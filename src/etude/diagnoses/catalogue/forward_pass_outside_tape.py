"""
The model is called before the tape records, so no gradient can be found.

## Why it hurts
A `GradientTape` knows only what happens inside its `with` block. Outputs computed above it are plain numbers
to the tape: the loss does not depend on any weight, every gradient is None, and the optimizer refuses.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    outputs = model(inputs, training=True)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((2 * inputs - outputs) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    with tf.GradientTape() as tape:
        outputs = model(inputs, training=True)
        loss = tf.reduce_mean((2 * inputs - outputs) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import MODEL_CALL, LostGradient, lost_gradients
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.ERROR
SKILLS = ("train-1", "train-5", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ("loss_cuts_gradient", "loss_computed_after_tape")


def match(evidence: Evidence) -> Finding | None:
    asked = lost_gradients(evidence.calls)
    call = _untaped(asked) if asked is not None else None
    if asked is None or call is None or evidence.error is None:
        return None
    line = call.line
    return Finding(
        line=line,
        evidence=f"the model is called in line {line}, outside the tape; all of the "
        f"{asked.gradient.arguments['sources']} gradients in line {asked.gradient.line} are None",
        change=f"move the call of line {line} into the `with tf.GradientTape()` block",
    )


def _untaped(asked: LostGradient) -> Call | None:
    """The last call of the model whose weights are asked for, when no tape saw it.

    Of two networks the other may well have been called under this tape.
    """
    wanted = asked.gradient.arguments.get("of", ())
    models = [call for call in asked.earlier if call.name == MODEL_CALL]
    own = [call for call in models if call.arguments.get("model") in wanted]
    if own:
        return None if own[-1].arguments["taped"] else own[-1]
    before = [call for call in asked.before if call.name == MODEL_CALL]
    return before[-1] if before and not any(c.arguments["taped"] for c in before) else None

"""
The loss is computed after the tape has ended, so no gradient can be found.

## Why it hurts
A `GradientTape` knows only what happens inside its `with` block. A loss computed below the block, and be it a minus sign in
`tape.gradient(-loss, ...)`, is a new tensor of which the tape knows nothing: every gradient is None.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    with tf.GradientTape() as tape:
        score = -tf.reduce_mean(tf.square(model(inputs) - 2 * inputs))
    gradients = tape.gradient(-score, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(inputs) - 2 * inputs))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import lost_gradients, tape_bodies
from etude.diagnoses.names import given, root, value_of
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-1", "train-5", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ("loss_cuts_gradient", "some_weights_get_no_gradient")

_COMPUTED = (ast.UnaryOp, ast.BinOp, ast.Call)


def match(evidence: Evidence) -> Finding | None:
    asked = lost_gradients(evidence.calls)
    call = call_at(evidence.source, asked.gradient.line, "gradient") if asked else None
    tape = _block(evidence.source, call) if call is not None else None
    computed = _computed(evidence.source, call) if call is not None else None
    if call is None or tape is None or computed is None or computed.lineno <= _end(tape):
        return None
    return Finding(
        line=computed.lineno,
        evidence=f"line {computed.lineno} computes `{ast.unparse(computed)}` after the tape's block, which "
        f"ends in line {_end(tape)}; the gradients of line {call.lineno} are None",
        change="compute it inside the `with tf.GradientTape()` block",
    )


def _computed(source: Source, call: ast.Call) -> ast.expr | None:
    """What the gradient is asked of, when it is computed there or above under a name."""
    target = given(call, "target", 0)
    if isinstance(target, ast.Name):
        target = value_of(source, target.id, before=call.lineno)
    return target if isinstance(target, _COMPUTED) else None


def _block(source: Source, call: ast.Call) -> ast.With | None:
    """The last block above that this tape records."""
    name = root(call.func)
    above = [body for body in tape_bodies(source) if body.lineno < call.lineno]
    own = [body for body in above if any(_is_called(item, name) for item in body.items)]
    return max(own, key=lambda body: body.lineno, default=None)


def _is_called(item: ast.withitem, name: str) -> bool:
    return isinstance(item.optional_vars, ast.Name) and item.optional_vars.id == name


def _end(block: ast.With) -> int:
    return block.end_lineno or block.lineno

"""
`apply_gradients` is not given pairs of a gradient and its weight.

## Why it hurts
`apply_gradients` takes one list of pairs, the gradient first: `zip(gradients, weights)`. Two arguments, a list
without weights, or pairs the other way round end the program.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((2 * inputs - model(inputs, training=True)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(gradients, model.trainable_variables)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    with tf.GradientTape() as tape:
        loss = tf.reduce_mean((2 * inputs - model(inputs, training=True)) ** 2)
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-1", "dev-2")
GUIDE = "Keras API: Optimizer.apply_gradients"
EXPLAINS = ()

_OTHER_NUMBER = re.compile(
    r"gradients must match.*a list of (?P<gradients>\d+) gradients, but the optimizer is tracking (?P<weights>\d+)",
    re.DOTALL,
)
# A tensor is asked for what only a variable has.
_TURNED = "has no attribute '_unique_id'"
_NAME = "apply_gradients"
_WEIGHTS = ("trainable_variables", "trainable_weights", "variables", "weights")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is not None and (found := _OTHER_NUMBER.search(error.message)):
        return Finding(
            line=error.line,
            evidence=f"the optimizer steps {found['weights']} weights, and is given {found['gradients']} gradients without saying "
            "whose they are",
            change="optimizer.apply(gradients, model.trainable_variables), or gradients of all of these weights",
        )
    if error is not None and _TURNED in error.message:
        return Finding(
            line=error.line,
            evidence=f"{_NAME} in line {error.line} got the weights before their gradients",
            change="each pair begins with the gradient: zip(gradients, model.trainable_variables)",
        )
    call = call_at(evidence.source, error.line, _NAME) if error is not None else None
    wrong = _wrong(call) if call is not None else ""
    if (
        not wrong
        or error is None
        or error.type not in ("TypeError", "ValueError", "AttributeError")
    ):
        return None
    return Finding(
        line=error.line,
        evidence=f"{_NAME} in line {error.line} {wrong}",
        change="optimizer.apply_gradients(zip(gradients, model.trainable_variables))",
    )


def _wrong(call: ast.Call) -> str:
    if len(call.args) > 1 and not isinstance(call.args[1], ast.Starred):
        return f"got {len(call.args)} arguments, it takes one list of pairs"
    given = call.args[0] if call.args else None
    if isinstance(given, ast.Call) and dotted_name(given.func) == "zip":
        first = dotted_name(given.args[0]) if given.args else ""
        return "got the weights before their gradients" if first.endswith(_WEIGHTS) else ""
    if isinstance(given, ast.List | ast.Tuple) and any(
        isinstance(one, ast.Tuple) for one in given.elts
    ):
        return ""
    if isinstance(given, ast.List | ast.Tuple) or (
        isinstance(given, ast.Call) and dotted_name(given.func).endswith(".gradient")
    ):
        return "got gradients without their weights beside them"
    return "got gradients without their weights beside them" if isinstance(given, ast.Name) else ""

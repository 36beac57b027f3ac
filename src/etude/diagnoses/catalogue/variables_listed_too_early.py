"""
The optimizer is given no variables: they were listed before the model had any.

## Why it hurts
A model that does not know the shape of its inputs makes its weights when it is first called. A list of
`trainable_variables` that was taken before is empty, and stays so: no gradient is asked for, and the optimizer has
nothing to apply.

## Example
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.layers.Dense(1)])
    variables = model.trainable_variables
    optimizer = keras.optimizers.SGD(0.1)

    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(tf.ones((4, 2))) - 1.0))
    gradients = tape.gradient(loss, variables)
    optimizer.apply_gradients(zip(gradients, variables))

## Instead
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)

    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(tf.ones((4, 2))) - 1.0))
    gradients = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(gradients, model.trainable_variables))
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import GRADIENT
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-1", "model-4", "dev-3")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ()

_LISTS = ("trainable_variables", "trainable_weights", "variables", "weights")
# Of ``zip(*pairs)`` without a pair, and of an optimizer that is built for nothing.
_REFUSED = ("not enough values to unpack (expected 2, got 0)", "empty list")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _is_refused(error) or not _asked_for_nothing(evidence):
        return None
    line = _listed(evidence.source, before=error.line)
    told = (
        f"line {line} lists the variables, and the model has none yet"
        if line
        else "the list is empty"
    )
    return Finding(
        line=line or error.line,
        evidence=f"the optimizer in line {error.line} is given no variables; {told}",
        change="write model.trainable_variables where gradients are asked for, after the model was called; or "
        "give the model keras.Input(...) or model.build(...) first",
    )


def _is_refused(error: Error) -> bool:
    return "apply" in error.raised_by and any(said in error.message for said in _REFUSED)


def _asked_for_nothing(evidence: Evidence) -> bool:
    asked = evidence.calls_of(GRADIENT)
    return bool(asked) and asked[-1].arguments["sources"] == 0


def _listed(source: Source, *, before: int) -> int:
    """Line of the last ``variables = model.trainable_variables`` above; 0 without one."""
    lines = [
        node.lineno
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in _LISTS
        and node.lineno < before
    ]
    return max(lines, default=0)

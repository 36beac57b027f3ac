"""
Gradients are clipped, and the step is taken with those that are not.

## Why it hurts
`tf.clip_by_global_norm` and its relatives change nothing in place: they return other gradients. When those are
left aside, training runs as if nothing had been clipped, and one bad batch still throws the weights away.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    measure = keras.losses.MeanSquaredError()

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = measure(2 * inputs, model(inputs, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        clipped, norm = tf.clip_by_global_norm(gradients, 1.0)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.SGD(0.1)
    measure = keras.losses.MeanSquaredError()

    for step in range(3):
        with tf.GradientTape() as tape:
            loss = measure(2 * inputs, model(inputs, training=True))
        gradients = tape.gradient(loss, model.trainable_variables)
        clipped, norm = tf.clip_by_global_norm(gradients, 1.0)
        optimizer.apply_gradients(zip(clipped, model.trainable_variables))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.diagnoses.names import calls_in
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-5", "train-1", "train-3")
GUIDE = "TensorFlow API: tf.clip_by_global_norm"
EXPLAINS = ("exploding_gradients",)

_CLIPPING = ("clip_by_global_norm", "clip_by_norm", "clip_by_value")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if not evidence.calls_of(APPLY):
        return None
    for statement, call in _clippings(source):
        name = _given_to(statement)
        if name is not None and not _is_read(source, name):
            return Finding(
                line=call.lineno,
                evidence=f"{_called(call)} gives {name or 'other gradients'} in line {call.lineno}, "
                "and nothing uses them",
                change=f"give apply_gradients {name or 'what it returns'}",
            )
    return None


def _clippings(source: Source) -> Iterator[tuple[ast.stmt, ast.Call]]:
    """Statements that only clip, each with its call that does."""
    for node in source.nodes:
        if isinstance(node, ast.Assign | ast.Expr):
            call = next((one for one in calls_in(node) if _called(one) in _CLIPPING), None)
            if call is not None:
                yield node, call


def _called(call: ast.Call) -> str:
    return last_name(call.func)


def _given_to(statement: ast.stmt) -> str | None:
    """The name that holds the clipped gradients: "" when nothing does, None when it is no name."""
    if isinstance(statement, ast.Expr):
        return "" if isinstance(statement.value, ast.Call) and _clips(statement.value) else None
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    first = target.elts[0] if isinstance(target, ast.Tuple) and target.elts else target
    return first.id if isinstance(first, ast.Name) else None


def _clips(call: ast.Call) -> bool:
    return _called(call) in _CLIPPING


def _is_read(source: Source, name: str) -> bool:
    names = (node for node in source.nodes if isinstance(node, ast.Name))
    return any(isinstance(node.ctx, ast.Load) and node.id == name for node in names)

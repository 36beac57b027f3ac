"""
The optimizer is made anew for every step, so it never remembers one.

## Why it hurts
Adam and its relatives scale each step by what they have seen in the steps before; momentum adds those steps up. An
optimizer that lives for one step has seen nothing: Adam then moves every weight by its full learning rate in the
direction of a sign, schedules start from the beginning each time, and memory and time go into building its state.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])


    def step(x, y):
        optimizer = keras.optimizers.Adam(0.01)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - model(x, training=True)))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))


    for _ in range(4):
        step(inputs, 2 * inputs)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.Adam(0.01)


    def step(x, y):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - model(x, training=True)))
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))


    for _ in range(4):
        step(inputs, 2 * inputs)
"""

import ast
from collections.abc import Collection, Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import APPLY
from etude.diagnoses.names import full_name
from etude.diagnoses.source import Source, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-2", "model-9")
GUIDE = "Keras guide: Writing a training loop from scratch in TensorFlow"
EXPLAINS = ("trained_too_short", "retraced_for_each_number")

_FEWEST_STEPS = 3
_Scope = ast.For | ast.While | ast.FunctionDef


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    stepped = [call.line for call in evidence.calls_of(APPLY)]
    for scope, call in _made(source, set(stepped)):
        inside = [line for line in stepped if scope.lineno <= line <= (scope.end_lineno or 0)]
        if len(inside) >= _FEWEST_STEPS:
            kind = full_name(source, call.func).rpartition(".")[2]
            where = scope.name if isinstance(scope, ast.FunctionDef) else "the loop"
            return Finding(
                line=call_line(call),
                evidence=f"{where} makes a new {kind} for each step: {len(inside)} steps were seen, each the "
                "first of its optimizer",
                change=f"make the optimizer once, before the loop: optimizer = {ast.unparse(call)}",
            )
    return None


def _made(source: Source, stepped: Collection[int]) -> Iterator[tuple[_Scope, ast.Call]]:
    """Optimizers that remember something, made in the innermost loop or function that steps."""
    scopes = [node for node in source.nodes if isinstance(node, _Scope)]
    for applied in [*source.calls("apply_gradients"), *source.calls("apply")]:
        if not any(applied.lineno <= line <= (applied.end_lineno or 0) for line in stepped):
            continue  # such as the apply of a table
        around = [s for s in scopes if s.lineno <= applied.lineno <= (s.end_lineno or 0)]
        if around:
            scope = max(around, key=lambda one: one.lineno)
            yield from ((scope, call) for call in _optimizers(source, scope))


def _optimizers(source: Source, scope: _Scope) -> Iterator[ast.Call]:
    for node in ast.walk(scope):
        if isinstance(node, ast.Call):
            name = full_name(source, node.func)
            plain = name.endswith(".SGD") and all(k.arg != "momentum" for k in node.keywords)
            if "optimizers." in name and "schedules" not in name and not plain:
                yield node

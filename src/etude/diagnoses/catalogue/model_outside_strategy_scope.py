"""
A distribution strategy trains a model that was made outside its scope.

## Why it hurts
Variables that are made inside `strategy.scope()` get a copy on every device, and the strategy keeps the copies
alike. A model that is made outside has its weights once, where the strategy cannot find them: the first step
fails with an error that speaks of neither.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    strategy = tf.distribute.MirroredStrategy(["CPU:0"])
    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    data = tf.data.Dataset.from_tensor_slices((inputs, 2 * inputs)).batch(16)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    optimizer = keras.optimizers.Adam(0.1)


    def step(x, y):
        with tf.GradientTape() as tape:
            losses = tf.reduce_mean((y - model(x, training=True)) ** 2, axis=-1)
            loss = tf.nn.compute_average_loss(losses, global_batch_size=16)
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
        optimizer = keras.optimizers.Adam(0.1)


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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, dotted_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-7", "dev-2")
GUIDE = "TensorFlow guide: Distributed training with TensorFlow"
EXPLAINS = ()

_STRATEGY = "Strategy"
_TYPES = ("AssertionError", "RuntimeError", "ValueError")
# In the name of what raised it, or in the message about two strategies that were mixed.
_ABOUT = "distribut"


def match(evidence: Evidence) -> Finding | None:
    error, source = evidence.error, evidence.source
    if error is None or error.type not in _TYPES or _STRATEGY not in source.text:
        return None
    if not (source.calls("run") or source.calls("fit")):
        return None
    inside = _lines_in_scope(source)
    made = next((m.line for m in evidence.models if m.line and m.line not in inside), 0)
    about = _ABOUT in f"{error.raised_by} {error.message}".lower()
    if not made or not (about or _hidden_by_fit(error, source, inside)):
        return None
    return Finding(
        line=made,
        evidence=f"the model of line {made} is made outside the scope of {_strategies(inside)}, and line "
        f"{error.line} lets a strategy change its weights",
        change="with strategy.scope(): make the model and its optimizer",
    )


def _hidden_by_fit(error: Error, source: Source, inside: set[int]) -> bool:
    """Whether a ``fit`` in the scope ended in an assertion without words; it hides where that was."""
    wordless = error.type == "AssertionError" and not error.message and not error.raised_by
    fits = (call for call in source.calls("fit") if call.lineno in inside)
    return wordless and any(c.lineno <= error.line <= (c.end_lineno or c.lineno) for c in fits)


def _lines_in_scope(source: Source) -> set[int]:
    """Lines of every block that begins with ``with strategy.scope():``."""
    blocks = [
        node
        for node in source.nodes
        if isinstance(node, ast.With) and any(map(_is_scope, node.items))
    ]
    return {n for block in blocks for n in range(block.lineno, (block.end_lineno or 0) + 1)}


def _is_scope(item: ast.withitem) -> bool:
    called = item.context_expr
    return isinstance(called, ast.Call) and dotted_name(called.func).endswith(".scope")


def _strategies(inside: set[int]) -> str:
    return f"the strategy, which begins in line {min(inside)}" if inside else "any strategy"

"""
The value of the next state is the largest of the whole batch, not of each state.

## Why it hurts
The target of Q-learning is the reward plus the best value of *its own* next state. A maximum without an axis is one number
for all states of the batch: every transition is told that the best state of the batch comes next. Shapes fit, since
the number is broadcast; the values only grow, and the policy is no better than chance.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    network = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    states = np.random.default_rng(0).normal(size=(16, 4)).astype("float32")
    rewards = np.ones(16, "float32")
    best = tf.reduce_max(network(states))
    targets = rewards + 0.9 * best
    print(targets.shape)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    network = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])
    states = np.random.default_rng(0).normal(size=(16, 4)).astype("float32")
    rewards = np.ones(16, "float32")
    best = tf.reduce_max(network(states), axis=1)
    targets = rewards + 0.9 * best
    print(targets.shape)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import MODEL_CALL
from etude.diagnoses.names import value_of
from etude.diagnoses.origins import origins
from etude.diagnoses.predictions import is_method
from etude.diagnoses.source import Source, call_line, dotted_name, spans
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "dev-3")
GUIDE = "TensorFlow API: tf.math.reduce_max"
EXPLAINS = ("diverging_loss", "loss_oscillates")

_LARGEST = ("reduce_max", "np.max", "np.amax", "numpy.max", "numpy.amax", "ops.max")
_PREDICT = "Model.predict"
_AXES = 2  # states, values of the actions


def match(evidence: Evidence) -> Finding | None:
    for call in _largest_of_all(evidence.source):
        asked = _asked(evidence, call)
        if asked is not None and _is_discounted(evidence.source, call):
            rows, actions = asked
            return Finding(
                line=call_line(call),
                evidence=f"{ast.unparse(call)} is one number for all {rows} states, each of which has {actions} values "
                "of its own",
                change=f"take the largest value of each state: {dotted_name(call.func)}(..., axis=1)",
            )
    return None


def _largest_of_all(source: Source) -> Iterator[ast.Call]:
    for node in source.nodes:
        if isinstance(node, ast.Call) and dotted_name(node.func).endswith(_LARGEST):
            if len(node.args) == 1 and all(word.arg != "axis" for word in node.keywords):
                yield node
        elif isinstance(node, ast.Call) and _is_own_max(node):
            yield node


def _is_own_max(call: ast.Call) -> bool:
    """``values.max()``."""
    named = isinstance(call.func, ast.Attribute) and call.func.attr == "max"
    return named and is_method(call) and not call.args and not call.keywords


def _asked(evidence: Evidence, largest: ast.Call) -> tuple[int, int] | None:
    """Rows and columns of what a model gave, when it is that of which the largest is taken."""
    value = (
        largest.func.value if isinstance(largest.func, ast.Attribute) and not largest.args else None
    )
    of = largest.args[0] if largest.args else value
    while isinstance(of, ast.Name):
        of = value_of(evidence.source, of.id, before=of.lineno)
    if (
        isinstance(of, ast.Call)
        and dotted_name(of.func).endswith(".numpy")
        and isinstance(of.func, ast.Attribute)
    ):
        of = of.func.value
    if not isinstance(of, ast.Call):
        return None
    shapes = [_shape(call) for call in evidence.calls if call.line and spans(of, call.line)]
    found = [one for one in shapes if one is not None]
    return found[-1] if found and all(rows > 1 and columns > 1 for rows, columns in found) else None


def _shape(call: Call) -> tuple[int, int] | None:
    """Rows and columns of what a model gave in a recorded call."""
    shape: list[int | None] = []
    if call.name == MODEL_CALL:
        shape = list(call.arguments.get("outputs") or ())
    elif call.name == _PREDICT and call.data and call.data.sample and call.model:
        outputs = call.model.outputs[0].shape if call.model.outputs else None
        shape = [call.data.sample[0].shape[0], *(outputs or ())[1:]]
    rows, columns = shape if len(shape) == _AXES else (None, None)
    return (rows, columns) if rows is not None and columns is not None else None


def _is_discounted(source: Source, largest: ast.Call) -> bool:
    """Whether it is multiplied and then added to something: reward + discount * value."""
    for node in source.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            for side in (node.left, node.right):
                if _is_product(side) and any(
                    one is largest for one in origins(source, side, before=node.lineno)
                ):
                    return True
    return False


def _is_product(node: ast.expr) -> bool:
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult)

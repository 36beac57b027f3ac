"""
The target of Q-learning is computed from the network that learns, and gradients run through it too.

## Why it hurts
The target, reward plus what the next state is worth, is what the network is to come to. When it is computed under the tape
by the same network, a step can also make the error smaller by moving the target: it lowers what the next state is
worth instead of raising the value of the state before it. Compute the target before the tape begins, or wrap it into
`tf.stop_gradient`; better still, let a copy of the network compute it that is brought up to date now and then.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    optimizer = keras.optimizers.Adam(0.01)
    states, gamma = np.eye(3, dtype="float32"), 0.9

    for step in range(3):
        with tf.GradientTape() as tape:
            values = network(states)[:, 0]
            target = 1.0 + gamma * tf.reduce_max(network(states[::-1]), axis=1)
            loss = tf.reduce_mean((target - values) ** 2)
        gradients = tape.gradient(loss, network.trainable_variables)
        optimizer.apply_gradients(zip(gradients, network.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    network = keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
    optimizer = keras.optimizers.Adam(0.01)
    states, gamma = np.eye(3, dtype="float32"), 0.9

    for step in range(3):
        target = 1.0 + gamma * tf.reduce_max(network(states[::-1]), axis=1)
        with tf.GradientTape() as tape:
            values = network(states)[:, 0]
            loss = tf.reduce_mean((target - values) ** 2)
        gradients = tape.gradient(loss, network.trainable_variables)
        optimizer.apply_gradients(zip(gradients, network.trainable_variables))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import forward_passes, tape_bodies
from etude.diagnoses.names import root
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

# Some do it on purpose: a residual gradient is slow, and yet it comes to rest.
SEVERITY = Severity.WARNING
SKILLS = ("train-1", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ()

_DISCOUNT = re.compile(r"gamma|discount", re.IGNORECASE)
_OPERATIONS = ("tf", "np", "keras", "ops", "K", "")
_STOPS = re.compile(r"stop_gradient|\.numpy\(|stop_recording")


def match(evidence: Evidence) -> Finding | None:
    asked = {passed.line for passed, _ in forward_passes(evidence.calls)}
    for body in tape_bodies(evidence.source):
        inside = range(body.lineno, (body.end_lineno or 0) + 1)
        for product in _discounted(body):
            for call in _behind(evidence.source, product):
                # The line is one where a model was called whose weights the gradient is asked for.
                if call.lineno in asked and call.lineno in inside and not _stops(body):
                    return Finding(
                        line=product.lineno,
                        evidence=f"`{ast.unparse(product)}` is computed under the tape of line {body.lineno}, by "
                        f"{dotted_name(call.func)}, whose weights the gradient is asked for",
                        change="compute the target before the tape, or wrap it: tf.stop_gradient(...)",
                        about=dotted_name(call.func),
                    )
    return None


def _discounted(body: ast.With) -> Iterator[ast.BinOp]:
    """``gamma * what the next state is worth``, the innermost products first written."""
    for node in ast.walk(body):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            named = {dotted_name(side) for side in (node.left, node.right)}
            if any(_DISCOUNT.search(name) for name in named):
                yield node


def _behind(source: Source, product: ast.BinOp) -> Iterator[ast.Call]:
    """Calls that the value is made of, but for those of operations, such as ``tf.reduce_max``."""
    for node in origins(source, product, before=product.lineno):
        if isinstance(node, ast.Call) and root(node.func) not in _OPERATIONS:
            yield node


def _stops(body: ast.With) -> bool:
    return bool(_STOPS.search(ast.unparse(body)))

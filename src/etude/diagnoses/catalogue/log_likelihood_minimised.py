"""
The loss is a log-probability without a minus, so training makes what is right unlikely.

## Why it hurts
An optimizer makes the loss small. The logarithm of a probability is small where the probability is: without the minus
the network learns to avoid the right class, or the actions that were rewarded. The loss falls as it should,
below zero and further, while accuracy or reward gets worse.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    states = np.ones((16, 1), "float32")
    policy = keras.Sequential([keras.Input((1,)), keras.layers.Dense(3)])
    optimizer = keras.optimizers.Adam(0.01)

    for episode in range(3):
        with tf.GradientTape() as tape:
            logits = policy(states)
            actions = tf.random.categorical(logits, 1)[:, 0]
            rewards = tf.cast(actions == 2, tf.float32)
            log_probabilities = tf.gather(tf.nn.log_softmax(logits), actions, batch_dims=1)
            loss = tf.reduce_mean(log_probabilities * rewards)
        gradients = tape.gradient(loss, policy.trainable_variables)
        optimizer.apply_gradients(zip(gradients, policy.trainable_variables))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    states = np.ones((16, 1), "float32")
    policy = keras.Sequential([keras.Input((1,)), keras.layers.Dense(3)])
    optimizer = keras.optimizers.Adam(0.01)

    for episode in range(3):
        with tf.GradientTape() as tape:
            logits = policy(states)
            actions = tf.random.categorical(logits, 1)[:, 0]
            rewards = tf.cast(actions == 2, tf.float32)
            log_probabilities = tf.gather(tf.nn.log_softmax(logits), actions, batch_dims=1)
            loss = -tf.reduce_mean(log_probabilities * rewards)
        gradients = tape.gradient(loss, policy.trainable_variables)
        optimizer.apply_gradients(zip(gradients, policy.trainable_variables))
"""

import ast
from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import GRADIENT, tape_bodies
from etude.diagnoses.names import calls_in, names_in
from etude.diagnoses.own_measures import loss_functions
from etude.diagnoses.source import Source, last_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-2", "dev-3")
GUIDE = "TensorFlow tutorial: Playing CartPole with the Actor-Critic method"
EXPLAINS = NUMBERS_GONE_WRONG

_LOGS = ("log", "log_softmax", "log_prob", "log_sigmoid")
_OF_ERRORS = {"exp", "cosh", "square", "abs", "squared_difference", "softplus"}
_SUMS = ("reduce_mean", "reduce_sum", "mean", "sum")
# Ways to turn a sign, or to climb, that are none of our business.
_TURNS = (ast.USub, ast.Sub)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    if not (evidence.calls_of(GRADIENT) or evidence.fits):
        return None
    for value, body in _losses(source):
        logged = _logged_factor(value, body)
        if logged is not None and not _turned(logged, value, body):
            return Finding(
                line=value.lineno,
                evidence=f"the loss is `{ast.unparse(value)}`, and `{ast.unparse(logged)}` is a logarithm: the "
                "smaller the loss, the smaller the probability",
                change=f"put a minus before it: -{ast.unparse(value)}",
            )
    return None


def _losses(source: Source) -> Iterator[tuple[ast.expr, ast.AST]]:
    """What a tape is asked for the gradient of, or a loss returns, each with the code around it."""
    asked = {
        c.args[0].id for c in source.calls("gradient") if c.args and isinstance(c.args[0], ast.Name)
    }
    for body in tape_bodies(source):
        given = [n for n in ast.walk(body) if isinstance(n, ast.Assign) and _name(n) in asked]
        if len(given) == 1:
            yield given[0].value, body
    for function in loss_functions(source):
        returns = [n.value for n in ast.walk(function) if isinstance(n, ast.Return) and n.value]
        if len(returns) == 1:
            yield returns[0], function


def _name(node: ast.Assign) -> str:
    return node.targets[0].id if isinstance(node.targets[0], ast.Name) else ""


def _logged_factor(value: ast.expr, body: ast.AST) -> ast.expr | None:
    """The logarithm in a mean or sum of "logarithm times something else"."""
    while isinstance(value, ast.Call) and _last(value) in _SUMS and value.args:
        value = value.args[0]
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Mult):
        return None
    for one, other in ((value.left, value.right), (value.right, value.left)):
        logs = [
            call for part in _made_of(one, body) for call in calls_in(part) if _last(call) in _LOGS
        ]
        if logs and all(_is_of_probability(log, other) for log in logs):
            return one
    return None


def _is_of_probability(log: ast.Call, other: ast.expr) -> bool:
    """Not of an error, such as log(cosh(...)); p * log(p) is an entropy, which may be made small."""
    inside = {_last(call) for call in calls_in(log) if call is not log}
    return not inside & _OF_ERRORS and not names_in(*log.args[:1]) & names_in(other)


def _turned(logged: ast.expr, value: ast.expr, body: ast.AST) -> bool:
    """Whether a minus stands anywhere that could turn the sign, or something is divided in the log."""
    parts = [value, *_made_of(logged, body)]
    return any(
        isinstance(node, ast.UnaryOp | ast.BinOp)
        and isinstance(node.op, (*_TURNS, ast.Div))
        and not _is_index(node)
        for part in parts
        for node in ast.walk(part)
    )


def _is_index(node: ast.AST) -> bool:
    """-1 as an axis or a place."""
    return isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant)


def _made_of(node: ast.expr, body: ast.AST) -> Sequence[ast.expr]:
    """The expression, and what its names were given in the same block."""
    names = names_in(node)
    given = [n.value for n in ast.walk(body) if isinstance(n, ast.Assign) and _name(n) in names]
    return [node, *given]


def _last(call: ast.Call) -> str:
    return last_name(call.func)

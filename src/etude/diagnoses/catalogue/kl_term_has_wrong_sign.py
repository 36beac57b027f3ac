"""
The divergence of a variational autoencoder is added with the wrong sign.

## Why it hurts
The divergence from the standard normal is -1/2 sum(1 + log_var - mean^2 - exp(log_var)), never below zero. Without the
minus it rewards an encoder for every step away from the normal: the loss falls without end, far below zero, and
what the decoder makes of random numbers has nothing to do with the data.

## Example
    import keras
    import tensorflow as tf

    inputs = keras.Input((4,))
    mean, log_var = keras.layers.Dense(2)(inputs), keras.layers.Dense(2)(inputs)
    encoder = keras.Model(inputs, [mean, log_var])
    decoder = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
    optimizer = keras.optimizers.Adam(0.01)

    data = tf.random.normal((16, 4))
    for step in range(3):
        with tf.GradientTape() as tape:
            mean, log_var = encoder(data)
            sample = mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))
            kl = 0.5 * tf.reduce_mean(1 + log_var - tf.square(mean) - tf.exp(log_var))
            loss = tf.reduce_mean(tf.square(data - decoder(sample))) + kl
        weights = encoder.trainable_weights + decoder.trainable_weights
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))

## Instead
    import keras
    import tensorflow as tf

    inputs = keras.Input((4,))
    mean, log_var = keras.layers.Dense(2)(inputs), keras.layers.Dense(2)(inputs)
    encoder = keras.Model(inputs, [mean, log_var])
    decoder = keras.Sequential([keras.Input((2,)), keras.layers.Dense(4)])
    optimizer = keras.optimizers.Adam(0.01)

    data = tf.random.normal((16, 4))
    for step in range(3):
        with tf.GradientTape() as tape:
            mean, log_var = encoder(data)
            sample = mean + tf.exp(0.5 * log_var) * tf.random.normal(tf.shape(mean))
            kl = -0.5 * tf.reduce_mean(1 + log_var - tf.square(mean) - tf.exp(log_var))
            loss = tf.reduce_mean(tf.square(data - decoder(sample))) + kl
        weights = encoder.trainable_weights + decoder.trainable_weights
        optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
"""

import ast

from etude.diagnoses.divergences import code_around, divergences, is_call
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.signs import sign_of, signs
from etude.diagnoses.source import Source, dotted_name
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-3", "train-2", "dev-3")
GUIDE = "Keras example: Variational AutoEncoder"
EXPLAINS = NUMBERS_GONE_WRONG


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for assigned in divergences(source):
        name = dotted_name(assigned.targets[0])
        total = _sign_of_exponential(assigned.value) * _use(source, name, assigned)
        if total < 0:
            return Finding(
                line=_line(assigned),
                about=name,
                evidence=f"the loss grows smaller with every exp(log_var) in {name}: the divergence enters it "
                f"with a minus{_fell(evidence)}",
                change="-0.5 * sum(1 + log_var - mean^2 - exp(log_var)), added to the loss",
            )
    return None


def _sign_of_exponential(value: ast.expr) -> int:
    return next((sign for term, sign in signs(value) if is_call(term, "exp")), 0)


def _use(source: Source, name: str, made: ast.Assign) -> int:
    """The sign with which a name goes into what comes of it, steps such as ``kl *= -0.5`` included.

    1 when it is only added, 0 when it is not used or not in one way.
    """
    total, inside = 1, code_around(source, made)
    for node in ast.walk(inside):
        if getattr(node, "lineno", 0) <= made.lineno or node is made:
            continue
        if isinstance(node, ast.AugAssign) and dotted_name(node.target) == name:
            total *= sign_of(node.value) if isinstance(node.op, ast.Mult | ast.Div) else 0
        elif isinstance(node, ast.Assign) and dotted_name(node.targets[0]) == name:
            total *= _sign_within(node.value, name)
        elif isinstance(node, ast.Assign | ast.Return | ast.Expr) and node.value is not None:
            found = _sign_within(node.value, name)
            if found:
                return total * found
    return total if total != 1 else 0


def _sign_within(value: ast.expr, name: str) -> int:
    """The sign of a name among the terms of an expression; 0 when it is no term of it."""
    found = {sign for term, sign in signs(value) if dotted_name(term) == name}
    return found.pop() if len(found) == 1 else 0


def _line(assigned: ast.Assign) -> int:
    return assigned.value.lineno


def _fell(evidence: Evidence) -> str:
    losses = [fit.series("loss") for fit in evidence.fits]
    last = next((values[-1] for values in losses if values), None)
    return f"; it came to {last:.4g}" if last is not None and last < 0 else ""

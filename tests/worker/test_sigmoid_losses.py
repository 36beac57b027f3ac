"""A sigmoid cross-entropy that a program takes itself is seen with its labels."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

START = """
import numpy as np, tensorflow as tf
w = tf.Variable(tf.zeros((3, 1)))
rows, kinds = np.ones((4, 3), "float32"), np.array([0, 5, 2, 7])
def loss(x, y):
    y = tf.cast(y, tf.float32)
    z = tf.squeeze(x @ w)
    return tf.reduce_mean(tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=z))
"""
TOLD = {"low": 0.0, "high": 7.0, "whole": True, "both": False, "others": [2.0, 5.0, 7.0]}


@pytest.mark.parametrize(
    "ending",
    [
        "loss(rows, kinds)",
        "step = tf.function(loss)\nstep(rows, kinds)",
        "@tf.function\ndef step(x, y):\n    return loss(x, tf.reshape(y, [-1]))\n"
        "step(rows, kinds.reshape(4, 1))",
    ],
    ids=["eager", "in a function", "handed on in it"],
)
def test_its_labels_are_told(watch: Watch, ending: str) -> None:
    seen = watch(START + ending)

    (call,) = seen.evidence.calls_of("sigmoid_cross_entropy")
    assert seen.outcome.fault is None, seen.outcome.stderr
    assert (call.line, call.arguments) == (8, TOLD)


@pytest.mark.parametrize(
    "ending",
    [
        "tf.function(lambda x, y: loss(x, y > 3))(rows, kinds)",
        "step = tf.function(loss)\nstep(y=kinds, x=rows)",
        "inner = tf.function(loss)\ntf.function(lambda y, x: inner(x, 0 * y))(kinds, rows)",
    ],
    ids=["a comparison", "given by name", "a function inside another one"],
)
def test_nothing_is_told_of_what_is_not_certain(watch: Watch, ending: str) -> None:
    assert watch(START + ending).evidence.calls_of("sigmoid_cross_entropy") == []

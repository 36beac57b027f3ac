"""Roots of squares in what gradients go through."""

from dataclasses import replace
from math import nan

import pytest
from described import evidence
from trained import arrays, trained

from etude.diagnoses.catalogue import root_has_no_slope_at_zero as diagnosis

SPOILT = trained(loss=[nan, nan], train=arrays(rows=9))
LOSS = """\
def measure(y_true, y_pred):
    {first}
    return {value}
model.compile(optimizer="adam", loss=measure)
"""
LAMBDA = """\
def distance(pair):
    a, b = pair
    return K.sqrt(K.sum(K.square(a - b), axis=1, keepdims=True))
apart = layers.Lambda(distance)([left, right])
"""
OWN_LAYER = """\
class Distance(keras.layers.Layer):
    def call(self, a, b):
        return tf.norm(a - b, axis=-1)
"""
PER_EXAMPLE = "tf.sqrt(tf.reduce_mean(tf.square(y_pred - y_true), axis=-1))"


def _loss(value: str = PER_EXAMPLE, first: str = "pass") -> str:
    return LOSS.format(value=value, first=first)


@pytest.mark.parametrize(
    "program",
    [
        _loss(),
        _loss("tf.sqrt(error)", "error = (y_pred - y_true) ** 2"),
        LAMBDA,
        OWN_LAYER,
    ],
)
def test_fires_at_the_root(program: str) -> None:
    finding = diagnosis.match(evidence(program=program, fits=[SPOILT]))

    assert finding is not None
    assert finding.line == 3


def test_tells_where_the_small_number_goes() -> None:
    finding = diagnosis.match(evidence(program=_loss(), fits=[SPOILT]))

    assert finding is not None
    assert f"{PER_EXAMPLE[:-1]} + 1e-12)" in finding.change


@pytest.mark.parametrize(
    "program",
    [
        _loss(PER_EXAMPLE[:-1] + " + 1e-9)"),
        _loss("tf.sqrt(tf.maximum(e, EPS))", "e = tf.reduce_sum(tf.square(y_pred), axis=1)"),
        _loss("tf.sqrt(tf.reduce_mean(tf.square(y_pred - y_true)))"),
        _loss("(y_true - y_pred) / tf.sqrt(tf.cast(tf.shape(y_pred)[-1], tf.float32))"),
        "import numpy as np\nprint(np.sqrt(np.mean(np.square(a - b), axis=1)))\n",
    ],
    ids=["a small number", "kept above", "the whole batch", "no square", "no gradient"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program, fits=[SPOILT])) is None


@pytest.mark.parametrize(
    "fit",
    [
        trained(loss=[1.0, 0.5], train=arrays(rows=9)),
        replace(SPOILT, train=arrays(rows=9, nan=2)),
    ],
)
def test_is_silent_when_nothing_was_spoilt_or_the_data_were(fit: object) -> None:
    assert diagnosis.match(evidence(program=_loss(), fits=[fit])) is None  # type: ignore[list-item]

"""A loss that is a signed difference."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import loss_keeps_its_sign as diagnosis
from etude.diagnoses.evidence import Evidence

OWN = """\
def own(y_true, y_pred):
    {body}
model.compile(loss=own)
"""


def trained(body: str, *, loss: float = -3.5) -> Evidence:
    run = replace(fit(model(dense(1)), labels=numbers(0.0, 9.0)), epochs=[{"loss": loss}])
    return evidence(fits=[run], program=OWN.format(body=body))


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("return tf.reduce_mean(y_true - y_pred)", 2),
        ("return K.mean(y_pred - y_true, axis=-1)", 2),
        ("d = y_true - y_pred\n    w = tf.where(y_true > 3, 5.0, 1.0)\n    return w * d", 2),
        ("w = 2 * y_true\n    return tf.reduce_mean(w * (y_true - y_pred))", 3),
        ("y_true = tf.cast(y_true, 'float32')\n    return tf.reduce_mean(y_true - y_pred)", 3),
    ],
    ids=["a mean", "the other way round", "with a name", "weighted", "labels cast"],
)
def test_points_at_the_difference(body: str, line: int) -> None:
    finding = diagnosis.match(trained(body))

    assert finding is not None
    assert finding.line == line
    assert "tf.abs(y_true - y_pred)" in finding.change


@pytest.mark.parametrize(
    "body",
    [
        "return tf.reduce_mean(tf.abs(y_true - y_pred))",
        "return tf.reduce_mean((y_true - y_pred) ** 2)",
        "d = y_true - y_pred\n    return tf.reduce_mean(d * d)",
        "d = y_true - y_pred\n    return tf.reduce_mean(tf.maximum(0.9 * d, -0.1 * d))",
        "return -tf.reduce_mean(y_true * y_pred)",
    ],
    ids=["absolute", "squared", "times itself", "pinball", "a product"],
)
def test_is_silent_on(body: str) -> None:
    assert diagnosis.match(trained(body)) is None


def test_is_silent_on_a_loss_that_stays_above_zero() -> None:
    assert diagnosis.match(trained("return tf.reduce_mean(y_true - y_pred)", loss=0.4)) is None

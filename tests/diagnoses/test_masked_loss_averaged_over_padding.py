"""Losses that leave padding out by a mask, and how they take their mean."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import masked_loss_averaged_over_padding as diagnosis

PROGRAM = """\
def loss_function(real, pred):
    mask = tf.math.logical_not(tf.math.equal(real, 0))
    loss_ = loss_object(real, pred)
    mask = tf.cast(mask, dtype=loss_.dtype)
    loss_ *= mask
    return tf.reduce_mean(loss_)
model.compile("adam", loss_function)
"""
TIMES = "    loss_ *= mask\n    return tf.reduce_mean(loss_)\n"


@pytest.mark.parametrize(
    ("times", "line"),
    [
        (TIMES, 6),
        ("    loss_ = mask * loss_\n    return tf.reduce_mean(loss_)\n", 6),
        ("    return keras.ops.mean(loss_ * mask)\n", 5),
        ("    return tf.reduce_mean(tf.multiply(loss_, mask), axis=1)\n", 5),
    ],
)
def test_fires_where_the_mean_counts_the_zeros(times: str, line: int) -> None:
    finding = diagnosis.match(evidence(program=PROGRAM.replace(TIMES, times)))

    assert finding is not None
    assert finding.line == line
    assert "multiplies the loss by `mask`" in finding.evidence
    assert "/ tf.reduce_sum(mask)" in finding.change


@pytest.mark.parametrize(
    "times",
    [
        "    return tf.reduce_sum(loss_ * mask) / tf.reduce_sum(mask)\n",
        "    return tf.reduce_mean(loss_ * mask) / (tf.reduce_sum(mask) / 9)\n",
        "    return tf.reduce_mean(loss_)\n",
        "    return tf.reduce_mean(tf.boolean_mask(loss_, mask))\n",
    ],
    ids=["over the sum", "scaled", "no mask used", "taken out"],
)
def test_is_silent_where_padding_does_not_count(times: str) -> None:
    assert diagnosis.match(evidence(program=PROGRAM.replace(TIMES, times))) is None

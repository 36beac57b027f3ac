"""Regularizers that a loop of one's own does not hear of."""

from dataclasses import replace

import pytest
from described import dense, evidence
from looped import looped, network

from etude.diagnoses.catalogue import penalties_left_out_of_loop as diagnosis
from etude.diagnoses.evidence import Evidence

PROGRAM = """\
measure = tf.keras.losses.MeanSquaredError()
with tf.GradientTape() as tape:
    outputs = net(x, training=True)
    loss = measure(y, outputs){more}
gradients = tape.gradient(loss, net.trainable_variables)
"""


def seen(more: str = "", **config: str) -> Evidence:
    loop = looped(line=4, losses=[1.0, 0.5], model=network(dense(8, line=9, **config)))
    return evidence(program=PROGRAM.format(more=more), loops=[loop])


@pytest.mark.parametrize("kind", ["kernel_regularizer", "activity_regularizer"])
def test_fires_at_the_loss(kind: str) -> None:
    finding = diagnosis.match(seen(**{kind: "L2"}))

    assert finding is not None
    assert finding.line == 4
    assert "Dense of line 9 has a " + kind in finding.evidence


@pytest.mark.parametrize(
    "more",
    [
        " + tf.add_n(net.losses)",
        " + 1e-3 * tf.nn.l2_loss(net.layers[0].kernel)",
        " + net.layers[0].kernel_regularizer(net.layers[0].kernel)",
    ],
    ids=["added", "reckoned by hand", "the regularizer is called"],
)
def test_is_silent_where_penalties_are_read(more: str) -> None:
    assert diagnosis.match(seen(more, kernel_regularizer="L2")) is None


def test_is_silent_without_regularizers_and_on_frozen_layers() -> None:
    frozen = replace(dense(8, kernel_regularizer="L2"), trainable=False)
    loop = looped(line=4, losses=[1.0], model=network(frozen))

    assert diagnosis.match(seen()) is None
    assert diagnosis.match(evidence(program=PROGRAM.format(more=""), loops=[loop])) is None

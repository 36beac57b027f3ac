"""Triplet losses with their distances exchanged."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import triplet_pulls_wrong_pair as diagnosis

DISTANCES = "pos = tf.reduce_sum(tf.square(a - p), 1)\nneg = tf.reduce_sum((a - n) ** 2, 1)\n"


@pytest.mark.parametrize(
    "loss",
    [
        "loss = tf.maximum(neg - pos + 0.2, 0.0)\n",
        "loss = K.maximum(0.0, margin + neg - pos)\n",
        "loss = tf.nn.relu(neg - pos + margin)\n",
        "value = neg - pos + margin\nloss = tf.reduce_mean(tf.maximum(value, 0.0))\n",
    ],
)
def test_fires_at_the_difference(loss: str) -> None:
    finding = diagnosis.match(evidence(program=DISTANCES + loss))

    assert finding is not None
    assert finding.line == 3
    assert "exchange them: pos - neg" in finding.change


def test_fires_on_distances_by_their_names() -> None:
    program = (
        "ap_pos_dist, an_neg_dist = net(x)\nloss = tf.maximum(an_neg_dist - ap_pos_dist + 1, 0)\n"
    )

    assert diagnosis.match(evidence(program=program)) is not None


@pytest.mark.parametrize(
    "program",
    [
        DISTANCES + "loss = tf.maximum(pos - neg + 0.2, 0.0)\n",
        "pos = tf.reduce_sum(a * p, 1)\nneg = tf.reduce_sum(a * n, 1)\n"
        "loss = tf.maximum(neg - pos + 0.2, 0.0)\n",
        "loss = tf.maximum(negative - positive, 0.0)\n",
        DISTANCES + "count = max(len(neg) - 3, 1)\n",
    ],
    ids=["right", "similarities", "nobody knows", "something else"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None

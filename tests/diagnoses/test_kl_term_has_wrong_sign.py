"""The sign of a divergence, in the many ways in which it is written."""

import pytest
from described import evidence
from trained import trained

from etude.diagnoses.catalogue import kl_term_has_wrong_sign as diagnosis

SUM = "1 + v - tf.square(m) - tf.exp(v)"


@pytest.mark.parametrize(
    "program",
    [
        f"kl = 0.5 * tf.reduce_mean({SUM})\nloss = rec + kl\n",
        f"kl = tf.reduce_mean(tf.reduce_sum({SUM}, axis=1)) / 2\nloss = rec + beta * kl\n",
        "kl = 1 + v - K.square(m) - K.exp(v)\nkl = K.sum(kl, axis=-1)\nkl *= 0.5\n"
        "vae_loss = K.mean(rec + kl)\n",
        "kl = -0.5 * tf.reduce_mean(tf.exp(v) + m ** 2 - 1 - v)\nloss = rec + kl\n",
        f"kl = -0.5 * tf.reduce_mean({SUM})\nloss = rec - kl\n",
        f"def own(m, v):\n    kl = 0.5 * tf.reduce_mean({SUM})\n    return rec + kl\n",
        f"def call(self, v):\n    kl = 0.5 * K.sum({SUM})\n    self.add_loss(kl)\n    return z\n",
    ],
    ids=[
        "plain",
        "over two",
        "step by step",
        "turned round twice",
        "subtracted",
        "returned",
        "added",
    ],
)
def test_fires_where_the_divergence_makes_the_loss_smaller(program: str) -> None:
    finding = diagnosis.match(evidence(program=program))

    assert finding is not None
    assert finding.line == (2 if program.startswith("def") else 1)


@pytest.mark.parametrize(
    "program",
    [
        f"kl = -0.5 * tf.reduce_mean({SUM})\nloss = rec + kl\n",
        f"kl = 0.5 * tf.reduce_mean({SUM})\nloss = rec - kl\n",
        "kl = 1 + v - K.square(m) - K.exp(v)\nkl = K.sum(kl, axis=-1)\nkl *= -0.5\n"
        "vae_loss = K.mean(rec + kl)\n",
        "kl = 0.5 * tf.reduce_mean(tf.exp(v) + m * m - 1 - v)\nloss = rec + kl\n",
        f"kl = tf.reduce_mean({SUM})\nself.add_metric(kl)\n",
        f"kl = -0.5 * tf.reduce_mean({SUM})\nself.add_loss(kl)\n",
        "z = m + tf.exp(0.5 * v) * noise\nloss = rec - z\n",
    ],
    ids=["plain", "subtracted", "step by step", "turned round", "only shown", "added", "a sample"],
)
def test_is_silent_where_it_makes_it_larger_or_is_no_divergence(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None


def test_tells_where_the_loss_fell_to() -> None:
    program = f"kl = 0.5 * tf.reduce_mean({SUM})\nloss = rec + kl\n"

    finding = diagnosis.match(evidence(fits=[trained(loss=[3.0, -50.0])], program=program))

    assert finding is not None
    assert finding.evidence.endswith("it came to -50")

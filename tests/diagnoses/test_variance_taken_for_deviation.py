"""Noise of a variational autoencoder."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import variance_taken_for_deviation as diagnosis

NOISE = "eps = keras.random.normal(ops.shape(mu))\n"


@pytest.mark.parametrize(
    "draw",
    [
        "z = mu + ops.exp(log_var) * eps\n",
        "z = eps * tf.exp(self.z_log_var) + mu\n",
        "z = mu + K.exp(logvar) * K.random_normal(shape)\n",
    ],
)
def test_fires_at_the_draw(draw: str) -> None:
    finding = diagnosis.match(evidence(program=NOISE + draw))

    assert finding is not None
    assert finding.line == 2
    assert "0.5 *" in finding.change


@pytest.mark.parametrize(
    "draw",
    [
        "z = mu + ops.exp(0.5 * log_var) * eps\n",
        "z = mu + ops.exp(log_var / 2) * eps\n",
        "z = mu + ops.exp(log_std) * eps\n",
        "kl = 1 + log_var - mu ** 2 - ops.exp(log_var)\n",
        "z = mu + ops.exp(log_var) * eps\nkl = ops.exp(2 * log_var) + mu ** 2\n",
        "loss = error + ops.exp(log_var) * weight\n",
    ],
)
def test_is_silent_on(draw: str) -> None:
    assert diagnosis.match(evidence(program=NOISE + draw)) is None

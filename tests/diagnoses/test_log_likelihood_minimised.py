"""A log-probability that is made small."""

import pytest
from described import evidence
from looped import gradient

from etude.diagnoses.catalogue import log_likelihood_minimised as diagnosis

TAPE = """\
with tf.GradientTape() as tape:
    logp = {log}
    loss = {loss}
gradients = tape.gradient(loss, variables)
"""
OWN = """\
def measure(labels, outputs):
    return {value}
model.compile(loss=measure)
"""


def _tape(
    loss: str = "tf.reduce_mean(logp * rewards)", log: str = "tf.math.log(tf.gather(p, actions))"
) -> str:
    return TAPE.format(log=log, loss=loss)


def _own(value: str) -> str:
    return OWN.format(value=value)


@pytest.mark.parametrize(
    "program",
    [
        _tape(),
        _tape(log="policy.log_prob(actions)"),
        _tape(log="tf.nn.log_softmax(logits, axis=-1)"),
        _tape("tf.reduce_mean(tf.reduce_sum(rewards * logp, axis=1))"),
    ],
)
def test_fires_at_the_loss_of_a_tape(program: str) -> None:
    finding = diagnosis.match(evidence(program=program, calls=[gradient()]))

    assert finding is not None
    assert finding.line == 3
    assert "the smaller the loss, the smaller the probability" in finding.evidence


def test_fires_at_what_a_loss_returns() -> None:
    program = _own("tf.reduce_mean(labels * tf.math.log(outputs))")

    finding = diagnosis.match(evidence(program=program, calls=[gradient()]))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize(
    "program",
    [
        _tape("-tf.reduce_mean(logp * rewards)"),
        _tape("tf.reduce_mean(-logp * rewards)"),
        _tape("tf.reduce_mean(logp * rewards)", log="-tf.math.log(p)"),
        _tape("0.0 - tf.reduce_mean(logp * rewards)"),
        _tape("tf.reduce_mean(logp * p)", log="tf.math.log(p)"),
        _tape("tf.reduce_mean(logp * rewards)", log="cross_entropy(actions, logits)"),
        _tape("tf.reduce_mean(p * tf.math.log(p / q))"),
        _tape("tf.reduce_mean(weights * tf.math.log(tf.cosh(errors)))"),
        _own("-tf.reduce_sum(labels * tf.math.log(outputs))"),
    ],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program, calls=[gradient()])) is None

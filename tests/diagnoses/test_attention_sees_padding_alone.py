"""Masks with ones at the padding."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, layer, model

from etude.diagnoses.catalogue import attention_sees_padding_alone as diagnosis
from etude.domain.finding import Finding
from etude.domain.patterns import Tokens

PROGRAM = """\
class Block(Layer):
    def __init__(self):
        self.mha = layers.MultiHeadAttention(2, 8)
    def call(self, x, seq):
        mask = {mask}
        return self.mha(x, x, attention_mask=mask)
def padding_mask(seq):
    seq = tf.cast(tf.math.equal(seq, 0), tf.float32)
    return seq[:, tf.newaxis, tf.newaxis, :]
"""


def finding_in(mask: str, padded: str = "last") -> Finding | None:
    run = fit(model(layer("Block"), dense(1, "sigmoid")), labels=integers(0, 1))
    tokens = Tokens(padded=padded, share=0.9)
    run = replace(run, train=replace(run.train, tokens=tokens))
    return diagnosis.match(evidence(fits=[run], program=PROGRAM.format(mask=mask)))


@pytest.mark.parametrize(
    "mask",
    [
        "padding_mask(seq)",
        "(seq == 0)[:, None, :]",
        "1 - tf.cast(seq != 0, tf.float32)",
        "ops.logical_not(ops.not_equal(seq, 0))",
        "tf.maximum(padding_mask(seq), 1 - tf.linalg.band_part(tf.ones((n, n)), -1, 0))",
    ],
)
def test_points_at_the_mask(mask: str) -> None:
    finding = finding_in(mask)

    assert finding is not None
    assert finding.line == 6
    assert "90% of the rows" in finding.evidence
    assert "tokens != 0" in finding.change


@pytest.mark.parametrize(
    "mask",
    [
        "1 - padding_mask(seq)",
        "(seq != 0)[:, None, :]",
        "tf.math.not_equal(seq, 0)",
        "padding_mask(seq) == 0",
        "given_mask == 0",
        "tf.cast(tf.math.equal(seq, 5), tf.float32)",
    ],
)
def test_is_silent_on_other_masks(mask: str) -> None:
    assert finding_in(mask) is None


def test_is_silent_where_nothing_is_padded() -> None:
    assert finding_in("padding_mask(seq)", padded="") is None

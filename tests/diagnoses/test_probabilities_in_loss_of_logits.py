"""Losses of tf.nn that are given probabilities."""

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import probabilities_in_loss_of_logits as diagnosis
from etude.diagnoses.evidence import Evidence

PROGRAM = """\
def loss_of(labels, outputs):
    return tf.nn.{name}(labels=labels, logits=outputs)
"""


def seen(program: str, activation: str = "softmax") -> Evidence:
    of = model(dense(3, activation), loss="loss_of")
    return evidence(fits=[fit(of, labels=integers(0, 1, 2))], program=program)


@pytest.mark.parametrize(
    ("name", "activation", "instead"),
    [
        ("sparse_softmax_cross_entropy_with_logits", "softmax", "sparse_categorical_crossentropy"),
        ("softmax_cross_entropy_with_logits", "softmax", "losses.categorical_crossentropy"),
        ("sigmoid_cross_entropy_with_logits", "sigmoid", "binary_crossentropy"),
    ],
)
def test_fires_where_the_model_has_done_it_already(
    name: str, activation: str, instead: str
) -> None:
    finding = diagnosis.match(seen(PROGRAM.format(name=name), activation))

    assert finding is not None
    assert finding.line == 2
    assert f"applies {activation} to its outputs once more" in finding.evidence
    assert instead in finding.change


@pytest.mark.parametrize(
    ("name", "activation"),
    [
        ("sparse_softmax_cross_entropy_with_logits", "linear"),
        ("sigmoid_cross_entropy_with_logits", "softmax"),
        ("sparse_categorical_crossentropy", "softmax"),
    ],
)
def test_is_silent_where_nothing_is_done_twice(name: str, activation: str) -> None:
    assert diagnosis.match(seen(PROGRAM.format(name=name), activation)) is None


def test_is_silent_where_probabilities_are_turned_back_into_logits() -> None:
    program = """\
def loss_of(labels, outputs):
    outputs = tf.math.log(outputs)
    return tf.nn.sparse_softmax_cross_entropy_with_logits(labels, outputs)
"""

    assert diagnosis.match(seen(program)) is None

"""Pairs whose labels mean the opposite of what the loss takes them for."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import pair_labels_reversed as diagnosis
from etude.domain.finding import Finding

DRAWS_ONES = "y_true * square + (1 - y_true) * hinge"
DRAWS_ZEROS = "(1 - y_true) * square + y_true * hinge"
PROGRAM = """\
same = {labels}
def contrastive(y_true, y_pred, margin=1.0):
    square = tf.square(y_pred)
    hinge = tf.square(tf.maximum(margin - y_pred, 0))
    return tf.reduce_mean({loss})
model.compile("adam", loss=contrastive)
model.fit([a, b], same)
"""


def told(labels: str, loss: str) -> Finding | None:
    program = PROGRAM.format(labels=labels, loss=loss)
    run = replace(fit(model(dense(1), loss="contrastive"), labels=integers(0, 1)), line=7)
    return diagnosis.match(evidence(fits=[run], program=program))


@pytest.mark.parametrize(
    ("labels", "loss"),
    [
        ("(kind[i] != kind[j]).astype('float32')", DRAWS_ONES),
        ("1 - (kind[i] == kind[j]).astype(int)", DRAWS_ONES),
        ("np.where(kind[i] == kind[j], 0, 1)", DRAWS_ONES),
        ("np.array(kind[i] == kind[j])", DRAWS_ZEROS),
        ("1.0 if kind[i] == kind[j] else 0.0", DRAWS_ZEROS),
    ],
)
def test_fires_where_the_pairs_are_compared(labels: str, loss: str) -> None:
    finding = told(labels, loss)

    assert finding is not None
    assert finding.line == 1


def test_says_which_pairs_are_drawn_together() -> None:
    finding = told("kind[i] == kind[j]", DRAWS_ZEROS)

    assert finding is not None
    assert "makes 1 are alike, and the loss in line 5 draws the pairs of 0" in finding.evidence
    assert "1 for pairs that differ" in finding.change


@pytest.mark.parametrize(
    ("labels", "loss"),
    [
        ("(kind[i] == kind[j]).astype('float32')", DRAWS_ONES),
        ("(kind[i] != kind[j]).astype('float32')", DRAWS_ZEROS),
        ("1 - np.where(kind[i] == kind[j], 0, 1)", DRAWS_ONES),
        ("(answers == kinds).astype('float32')", DRAWS_ZEROS),
        ("np.load('pairs.npy')", DRAWS_ONES),
        ("(kind[i] != kind[j])", "y_true * square + hinge"),
        ("kind[i] != kind[j]", "y_true * log(p) + (1 - y_true) * log(tf.maximum(1 - p, 1e-7))"),
    ],
    ids=[
        *("alike", "different", "turned twice", "no classes", "not known", "another loss"),
        "a cross-entropy",
    ],
)
def test_is_silent_on(labels: str, loss: str) -> None:
    assert told(labels, loss) is None

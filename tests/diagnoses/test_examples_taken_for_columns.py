"""Rows of the batch that were meant to be columns."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, numbers

from etude.diagnoses.catalogue import examples_taken_for_columns as diagnosis
from etude.domain.finding import Finding

FUNCTION = """\
def measure(y_true, y_pred):
    return {value}
model.compile("adam", loss=measure)
"""
CLASS = """\
import keras
class Boxes(keras.losses.Loss):
    def call(self, labels, outputs):
        return {value}
model.compile("adam", loss=Boxes())
"""
TWO = "(y_true[0] - y_pred[0]) ** 2 + 5 * (y_true[2] - y_pred[2]) ** 2"


def told(
    value: str = TWO, *, columns: int = 6, batch: int = 64, program: str = FUNCTION
) -> Finding | None:
    of = model(dense(columns), loss="measure", given_as="object")
    trained = fit(of, labels=numbers(0.0, 1.0, shape=(640, columns)))
    trained = replace(trained, arguments={"batch_size": batch})
    return diagnosis.match(evidence(fits=[trained], program=program.format(value=value)))


def test_fires_at_the_first_row() -> None:
    finding = told()

    assert finding is not None
    assert finding.line == 2
    assert "each of the 64 examples of a batch; y_true[0] takes rows" in finding.evidence
    assert finding.change.startswith("y_true[:, 0]")


@pytest.mark.parametrize(
    ("value", "program"),
    [
        ("f(y_true[:4], y_pred[:4]) + g(y_true[4], y_pred[4])", FUNCTION),
        ("f(y_true[:4], y_pred[:4]) + g(y_true[4:], y_pred[4:])", FUNCTION),
        ("abs(labels[1] - outputs[1]) + abs(labels[3] - outputs[3])", CLASS),
    ],
)
def test_fires_on_other_spellings(value: str, program: str) -> None:
    assert told(value, program=program) is not None


@pytest.mark.parametrize(
    "value",
    [
        "(y_true[:, 0] - y_pred[:, 0]) ** 2 + y_pred[1] + y_pred[2]",
        "(y_true[..., 0] - y_pred[..., 0]) ** 2",
        "(y_true - y_pred) ** 2 + y_pred[0] ** 2",
        "f(y_pred[1:] - y_pred[:-1])",
        "f(y_pred[0::3], y_pred[1::3], y_pred[2::3])",
        "f(y_true[i], y_pred[i])",
        "y_true.shape[0] * y_pred.shape[1]",
    ],
    ids=["columns", "last axis", "one point", "neighbours", "triplets", "each", "sizes"],
)
def test_is_silent_on(value: str) -> None:
    assert told(value) is None


def test_is_silent_where_the_batch_is_no_longer_than_what_is_picked() -> None:
    assert told(batch=3) is None
    assert told(columns=2) is None

"""Functions as metrics that divide what they count in a batch."""

import pytest
from described import evidence

from etude.diagnoses.catalogue import metric_averages_batches as diagnosis

PROGRAM = """\
def f1(y_true, y_pred):
    def precision(y_true, y_pred):
        right = {right}
        return right / (K.sum(K.round(y_pred)) + K.epsilon())
    return precision(y_true, y_pred)
model.compile("adam", "binary_crossentropy", metrics=[{metric}])
"""
RIGHT = "K.sum(K.round(y_true * y_pred))"


def test_fires_at_the_function() -> None:
    finding = diagnosis.match(evidence(program=PROGRAM.format(right=RIGHT, metric="f1")))

    assert finding is not None
    assert finding.line == 1
    assert "line 4" in finding.evidence
    assert "F1Score" in finding.change


R2 = """\
def determined(y_true, y_pred):
    off = K.sum(K.square(y_true - y_pred))
    scatter = K.sum(K.square(y_true - {mean}))
    return 1 - off / (scatter + K.epsilon())
model.compile("adam", "mse", metrics=["mae", determined])
"""


def test_fires_on_the_r2_of_a_batch() -> None:
    finding = diagnosis.match(evidence(program=R2.format(mean="K.mean(y_true)")))

    assert finding is not None
    assert finding.line == 1
    assert "R2Score" in finding.change


def test_a_scatter_about_something_else_is_no_r2() -> None:
    assert diagnosis.match(evidence(program=R2.format(mean="MEAN_OF_ALL"))) is None


@pytest.mark.parametrize(
    "program",
    [
        PROGRAM.format(right=RIGHT, metric="keras.metrics.F1Score()"),
        PROGRAM.replace("K.round(y_pred)", "y_pred").format(right="K.sum(y_true)", metric="f1"),
        PROGRAM.replace(")) +", "), axis=1) +").format(
            right="K.sum(K.round(y_true), axis=1)", metric="f1"
        ),
    ],
    ids=["not given", "amounts", "for each example"],
)
def test_is_silent_on(program: str) -> None:
    assert diagnosis.match(evidence(program=program)) is None

"""Metrics that compare class numbers with probabilities."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import metric_wants_class_numbers as diagnosis
from etude.domain.finding import Finding

IMPORTS = "from tensorflow import keras\n"
COMPILE = "model.compile('adam', 'loss', metrics=[{metric}])\n"


def found(
    metric: str, *, units: int = 1, loss: str = "binary_crossentropy", head: str = "sigmoid"
) -> Finding | None:
    given = fit(model(dense(units, head), loss=loss), labels=integers(0, 1))
    run = replace(given, epochs=[{"accuracy": 0.0, "mean_io_u": 0.25}])
    return diagnosis.match(evidence(fits=[run], program=IMPORTS + COMPILE.format(metric=metric)))


def test_fires_at_the_metric_with_what_it_stayed_at() -> None:
    finding = found("keras.metrics.Accuracy()")

    assert finding is not None
    assert finding.line == 2
    assert "Accuracy compares class numbers" in finding.evidence
    assert finding.change == 'use "accuracy"'


@pytest.mark.parametrize(
    ("units", "loss", "head", "change"),
    [
        (1, "binary_crossentropy", "sigmoid", "BinaryIoU"),
        (3, "sparse_categorical_crossentropy", "softmax", "sparse_y_pred=False"),
        (3, "sparse_categorical_crossentropy", "linear", "sparse_y_pred=False"),
    ],
)
def test_the_change_follows_from_the_output(units: int, loss: str, head: str, change: str) -> None:
    finding = found("keras.metrics.MeanIoU(num_classes=3)", units=units, loss=loss, head=head)

    assert finding is not None
    assert change in finding.change


@pytest.mark.parametrize(
    "metric",
    [
        "'accuracy'",
        "keras.metrics.BinaryAccuracy()",
        "keras.metrics.MeanIoU(num_classes=3, sparse_y_pred=False)",
        "keras.metrics.OneHotMeanIoU(num_classes=3)",
        "own.MeanIoU()",
    ],
)
def test_is_silent_on(metric: str) -> None:
    assert found(metric) is None


def test_is_silent_on_a_regression() -> None:
    assert found("keras.metrics.Accuracy()", loss="mean_squared_error", head="linear") is None

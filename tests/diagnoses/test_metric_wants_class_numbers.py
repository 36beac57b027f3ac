"""Metrics that compare class numbers with probabilities."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, one_hot

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


def _sparse(columns: int, loss: str, metric: str = "sparse_categorical_accuracy") -> Finding | None:
    of = model(dense(3, "softmax"), loss=loss, metrics=[metric])
    return diagnosis.match(evidence(fits=[fit(of, labels=one_hot(columns))]))


@pytest.mark.parametrize(
    ("loss", "change"),
    [("categorical_crossentropy", '"accuracy"'), ("binary_crossentropy", '"binary_accuracy"')],
)
def test_fires_beside_labels_with_a_column_for_each_class(loss: str, change: str) -> None:
    finding = _sparse(3, loss)

    assert finding is not None
    assert "the labels have 3 columns" in finding.evidence
    assert change in finding.change


def test_labels_of_another_width_and_other_metrics_are_told_elsewhere() -> None:
    assert _sparse(5, "categorical_crossentropy") is None
    assert _sparse(3, "categorical_crossentropy", "categorical_accuracy") is None

"""Squared and absolute errors of class numbers, as a metric."""

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import distance_of_class_numbers as diagnosis
from etude.domain.finding import Finding


def found(metric: str, *, loss: str = "sparse_categorical_crossentropy") -> Finding | None:
    of = model(dense(3, "softmax"), loss=loss, metrics=[metric])
    return diagnosis.match(evidence(fits=[fit(of, labels=integers(0, 2))]))


@pytest.mark.parametrize("metric", ["mse", "mean_absolute_error"])
def test_fires_on_distances_of_class_numbers(metric: str) -> None:
    finding = found(metric)

    assert finding is not None
    assert f"of 3 classes, and {metric}" in finding.evidence


def test_is_silent_on_accuracy_and_on_one_hot_labels() -> None:
    assert found("accuracy") is None
    assert found("mse", loss="categorical_crossentropy") is None

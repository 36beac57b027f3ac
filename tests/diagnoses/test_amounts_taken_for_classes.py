"""Amounts under a loss of classes."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import amounts_taken_for_classes as diagnosis
from etude.domain.finding import Finding
from etude.domain.observations import TensorSample

SPARSE = "sparse_categorical_crossentropy"
ROWS = 400


def amounts(low: float, high: float, *, different: int = 390) -> TensorSample:
    return replace(numbers(low, high, shape=(ROWS,)), different=different)


def found(labels: TensorSample, *, units: int = 1, loss: str = SPARSE) -> Finding | None:
    network = model(dense(units, "softmax"), loss=loss)
    return diagnosis.match(evidence(fits=[fit(network, labels=labels)]))


@pytest.mark.parametrize(
    ("low", "high", "units"),
    [(0.0001, 0.999, 1029), (0.01, 0.99, 1), (410.5, 655.2, 10), (-1.5, 2.5, 4)],
    ids=["a unit for each row", "one unit", "beyond the units", "below zero"],
)
def test_fires_on(low: float, high: float, units: int) -> None:
    finding = found(amounts(low, high), units=units)

    assert finding is not None
    assert f"go from {low:.4g} to {high:.4g}" in finding.evidence
    assert 'Dense(1) without an activation, with loss="mse"' in finding.change


def test_fires_on_a_categorical_loss_of_one_unit() -> None:
    assert found(amounts(0.2, 7.5), loss="categorical_crossentropy") is not None


@pytest.mark.parametrize(
    "labels",
    [
        integers(0, 1, 2),
        amounts(0.0, 0.035, different=10),
        amounts(0.0, 8.7),
        replace(amounts(0.0, 0.9), shape=[8, 16, 16, 1]),
    ],
    ids=["classes", "class numbers divided by 255", "class numbers mixed", "pixels of a mask"],
)
def test_is_silent_on(labels: TensorSample) -> None:
    assert found(labels, units=10) is None


def test_is_silent_under_a_loss_of_amounts() -> None:
    assert found(amounts(0.2, 7.5), loss="mean_squared_error") is None

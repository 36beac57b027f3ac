"""Softmax where pixels or other amounts are to be predicted."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, model, numbers, one_hot

from etude.diagnoses.catalogue import softmax_over_amounts as diagnosis
from etude.domain.observations import TensorSample

PIXELS = numbers(0.0, 1.0, shape=(64, 6))


def finding_of(
    targets: TensorSample,
    sums: Sequence[float],
    *,
    end: str = "softmax",
    loss: str = "mean_squared_error",
) -> Any:
    run = fit(model(dense(6, end, line=2), loss=loss), labels=replace(targets, row_sums=list(sums)))
    return diagnosis.match(evidence(fits=[run], program="\nDense(6, activation='softmax')\n"))


@pytest.mark.parametrize("loss", ["mean_squared_error", "binary_crossentropy"])
def test_points_at_the_activation(loss: str) -> None:
    finding = finding_of(PIXELS, [1.5, 4.0], loss=loss)

    assert finding is not None
    assert finding.line == 2
    assert "sum to between 1.5 and 4" in finding.evidence


def test_fires_on_unscaled_pixels_under_a_cross_entropy() -> None:
    targets = numbers(0.0, 255.0, shape=(64, 6))

    assert finding_of(targets, [300.0, 900.0], loss="binary_crossentropy") is not None


def test_fires_on_vectors_under_a_cross_entropy_of_classes() -> None:
    vectors = numbers(-1.4, 1.3, shape=(64, 3, 6))

    finding = finding_of(vectors, [-6.0, 6.5], loss="categorical_crossentropy")

    assert finding is not None
    assert 'loss="mse"' in finding.change


def test_leaves_values_above_one_under_a_squared_error_to_another() -> None:
    assert finding_of(numbers(0.0, 255.0, shape=(64, 6)), [300.0, 900.0]) is None


def test_is_silent_on_shares_classes_and_sigmoid() -> None:
    assert finding_of(PIXELS, [0.99, 1.01]) is None
    assert finding_of(one_hot(6), [0.0, 3.0], loss="binary_crossentropy") is None
    assert finding_of(PIXELS, [1.5, 4.0], end="sigmoid") is None
    assert finding_of(PIXELS, [1.5, 4.0], loss="categorical_crossentropy") is None

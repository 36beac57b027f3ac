"""Several labels for a row, and softmax."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, model, one_hot

from etude.diagnoses.catalogue import softmax_for_independent_labels as diagnosis


def finding_of(
    sums: Sequence[float], *, end: str = "softmax", loss: str = "categorical_crossentropy"
) -> Any:
    labels = replace(one_hot(3), row_sums=list(sums))
    run = fit(model(dense(3, end, line=2), loss=loss), labels=labels)
    return diagnosis.match(evidence(fits=[run], program="\nDense(3, activation='softmax')\n"))


@pytest.mark.parametrize(
    "loss", ["categorical_crossentropy", "binary_crossentropy", "mean_squared_error"]
)
def test_points_at_the_activation(loss: str) -> None:
    finding = finding_of([0.0, 3.0], loss=loss)

    assert finding is not None
    assert finding.line == 2
    assert "from 0 to 3 ones" in finding.evidence


def test_is_silent_on_one_label_each_and_on_sigmoid() -> None:
    assert finding_of([1.0, 1.0]) is None
    assert finding_of([0.0, 1.0]) is None
    assert finding_of([0.0, 3.0], end="sigmoid", loss="binary_crossentropy") is None


def test_points_at_the_activation_of_a_model_without_an_input_layer() -> None:
    labels = replace(one_hot(3), row_sums=[0.0, 2.0])
    unbuilt = replace(dense(3, "softmax", line=2), output_shape=None)
    run = fit(model(unbuilt, loss="categorical_crossentropy"), labels=labels)

    assert diagnosis.match(evidence(fits=[run])) is not None

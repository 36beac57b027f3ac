"""Weights for some classes only."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from described import dense, evidence, fit, integers, model, one_hot

from etude.diagnoses.catalogue import class_weight_misses_class as diagnosis
from etude.domain.finding import Finding

SPARSE = "sparse_categorical_crossentropy"


def found(weights: object, *, loss: str = SPARSE, rows: bool = False) -> Finding | None:
    labels = one_hot(3) if rows else integers(0, 1, 2)
    run = fit(model(dense(3, "softmax"), loss=loss), labels=labels)
    program = "\n\nmodel.fit(x, y,\n          class_weight=weights)\n"
    return diagnosis.match(
        evidence(fits=[replace(run, arguments={"class_weight": weights})], program=program)
    )


def test_fires_at_the_argument_and_names_the_class() -> None:
    finding = found({"0": 0.5, "1": 2.0})

    assert finding is not None
    assert finding.line == 4
    assert "the labels 2 are not among them" in finding.evidence


@pytest.mark.parametrize("weights", [{"cat": 1.0, "dog": 2.0, "owl": 3.0}, {"1": 1.0, "2": 2.0}])
def test_fires_on_names_and_on_keys_that_start_at_one(weights: Mapping[str, float]) -> None:
    assert found(weights) is not None


def test_names_are_told_to_be_no_class_numbers() -> None:
    finding = found({"cat": 1.0, "dog": 2.0})

    assert finding is not None
    assert "none of them is found" in finding.evidence
    assert "class_indices" in finding.change


def test_fires_on_one_hot_labels() -> None:
    assert found({"0": 0.5, "1": 2.0}, loss="categorical_crossentropy", rows=True) is not None


@pytest.mark.parametrize(
    "weights",
    [{"0": 1.0, "1": 2.0, "2": 3.0}, {"0": 1.0, "1": 1.0, "2": 1.0, "3": 1.0}, {"1": 5.0}, None],
    ids=[
        "every class",
        "one more than was seen",
        "one class raised above the others",
        "no weights",
    ],
)
def test_is_silent_on(weights: object) -> None:
    assert found(weights) is None

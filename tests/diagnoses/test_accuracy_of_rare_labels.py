"""Accuracy where ones are rare."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import accuracy_of_rare_labels as diagnosis
from etude.domain.finding import Finding


def found(
    *,
    ones: float = 0.02,
    reached: float = 0.98,
    metrics: Sequence[str] = ("accuracy",),
    rows: int = 2000,
    arguments: Mapping[str, Any] | None = None,
) -> Finding | None:
    asked = model(dense(1, "sigmoid"), loss="binary_crossentropy", metrics=metrics)
    labels = replace(integers(0, 1, shape=(rows,)), mean=ones)
    run = replace(fit(asked, labels=labels), arguments=arguments or {}, finished=True)
    return diagnosis.match(
        evidence(fits=[replace(run, epochs=[{"loss": 0.1, "accuracy": reached}])])
    )


def test_fires_where_no_would_have_been_as_right() -> None:
    finding = found()

    assert finding is not None
    assert finding.line == 2
    assert "2.0% of the labels are 1" in finding.evidence
    assert "came to 98.0%" in finding.evidence


def test_is_silent_where_more_are_right_or_ones_are_common() -> None:
    assert found(reached=0.992) is None
    assert found(ones=0.3, reached=0.7) is None


def test_is_silent_where_something_else_is_measured_or_ones_are_weighed() -> None:
    assert found(metrics=["accuracy", "recall"]) is None
    assert found(arguments={"class_weight": {"0": 1.0, "1": 40.0}}) is None


def test_is_silent_on_few_rows() -> None:
    assert found(rows=100) is None

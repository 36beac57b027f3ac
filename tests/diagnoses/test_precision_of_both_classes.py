"""Metrics that look at both units of a softmax."""

from dataclasses import replace

import pytest
from described import dense, evidence, fit, model, one_hot

from etude.diagnoses.catalogue import precision_of_both_classes as diagnosis
from etude.domain.finding import Finding

PROGRAM = "from tensorflow import keras\nmodel.compile('adam', metrics=['accuracy', {metric}])\n"


def found(metric: str, *, units: int = 2, precision: float = 0.9) -> Finding | None:
    of = model(dense(units, "softmax"), loss="categorical_crossentropy")
    logs = [{"accuracy": 0.8, "precision": 0.8}, {"accuracy": 0.9, "precision": precision}]
    run = replace(fit(of, labels=one_hot(units)), epochs=logs)
    return diagnosis.match(evidence(fits=[run], program=PROGRAM.format(metric=metric)))


@pytest.mark.parametrize("metric", ["keras.metrics.Precision()", "keras.metrics.Precision(0.5)"])
def test_fires_on_a_precision_that_is_the_accuracy(metric: str) -> None:
    finding = found(metric)

    assert finding is not None
    assert finding.line == 2
    assert "precision is 0.900, just as accuracy" in finding.evidence
    assert "Precision(class_id=1)" in finding.change


@pytest.mark.parametrize(
    "finding",
    [
        found("keras.metrics.Precision(class_id=1)"),
        found("keras.metrics.Precision()", units=3),
        found("keras.metrics.Precision()", precision=0.7),
        found("'precision'"),
    ],
    ids=["of one class", "three classes", "another value", "no metric object"],
)
def test_is_silent_on(finding: Finding | None) -> None:
    assert finding is None


FUNCTIONS = """\
def hits(y_true, y_pred): ...
def finds(y_true, y_pred): ...
model.compile("adam", metrics=["acc", hits, finds])
"""


def of_functions(finds: float, *, units: int = 2) -> Finding | None:
    of = model(dense(units, "softmax"), loss="categorical_crossentropy")
    compiled = replace(of.compiled, line=3) if of.compiled else None
    run = fit(replace(of, compiled=compiled), labels=one_hot(units))
    logs = [{"acc": 0.8, "hits": 0.81, "finds": 0.81}, {"acc": 0.9, "hits": 0.9, "finds": finds}]
    return diagnosis.match(evidence(fits=[replace(run, epochs=logs)], program=FUNCTIONS))


def test_fires_on_two_functions_that_say_the_same() -> None:
    finding = of_functions(0.9)

    assert finding is not None
    assert finding.line == 3
    assert "hits and finds count both columns" in finding.evidence
    assert "y_true[:, 1]" in finding.change


def test_is_silent_on_functions_that_differ_and_on_more_classes() -> None:
    assert of_functions(0.7) is None
    assert of_functions(0.9, units=3) is None

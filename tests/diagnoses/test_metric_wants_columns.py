"""Metrics that take labels in the shape of the outputs."""

from dataclasses import replace

import pytest
from described import layer, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import metric_wants_columns as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Compiled, TensorSpec


def seen(
    metric: str, message: str, units: int = 3, kind: str = "ValueError", **shapes: list[int]
) -> Evidence:
    program = f"\nm.compile('adam', loss, metrics=[{metric}])\nm.fit(x, y)\n"
    outputs = [TensorSpec(path="a", dtype="float32", shape=[None, units])]
    described = replace(model(layer("Dense")), outputs=outputs, compiled=Compiled(line=2))
    data = arrays(**(shapes or {"x": [30, 4], "y": [30]}))
    return stopped(described, data, message, kind, program=program)


@pytest.mark.parametrize(
    ("output", "labels", "change"),
    [
        ("(None, 3)", "(None,)", "to_categorical(y, 3)"),
        ("(None, 1)", "(None,)", "y[:, None]"),
        ("(None, 5, 1)", "(None, 5, 1)", "layers.Flatten()"),
    ],
)
def test_a_table_that_is_missing_is_told(output: str, labels: str, change: str) -> None:
    message = f"FBetaScore expects 2D inputs. y_pred.shape={output} and y_true.shape={labels}."

    finding = diagnosis.match(seen("F1Score()", message))

    assert finding is not None
    assert finding.line == 2
    assert f"outputs of shape {output}" in finding.evidence
    assert change in finding.change


@pytest.mark.parametrize(
    "message",
    [
        "Incompatible shapes: [1,90] vs. [1,30]",
        "Dimensions must be equal, but are 32 and 96 for '{{node LogicalAnd}}' with input shapes: "
        "[1,32], [1,96].",
    ],
)
@pytest.mark.parametrize("metric", ["keras.metrics.Precision()", "'Recall'", "AUC(name='a')"])
def test_class_numbers_under_a_metric_of_yes_and_no_are_told(metric: str, message: str) -> None:

    finding = diagnosis.match(seen(metric, message, kind="InvalidArgumentError"))

    assert finding is not None
    assert finding.line == 2
    assert "to_categorical(y, 3)" in finding.change


@pytest.mark.parametrize(
    ("metric", "units", "message"),
    [
        ("'accuracy'", 3, "Incompatible shapes: [1,90] vs. [1,30]"),
        ("Precision()", 3, "Incompatible shapes: [1,90] vs. [1,31]"),
        ("Precision()", 1, "Incompatible shapes: [1,30] vs. [1,30]"),
    ],
)
def test_other_shapes_that_do_not_fit_are_left_alone(metric: str, units: int, message: str) -> None:
    assert diagnosis.match(seen(metric, message, units, "InvalidArgumentError")) is None

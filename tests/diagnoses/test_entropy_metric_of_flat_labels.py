"""Flat labels for the metric of the cross-entropy."""

from dataclasses import replace

import pytest
from described import dense, model
from stopped import arrays, stopped

from etude.diagnoses.catalogue import entropy_metric_of_flat_labels as diagnosis
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Model

SAID = (
    "Arguments `target` and `output` must have the same rank (ndim). "
    "Received: target.shape=({}), output.shape=({})"
)
RAISED_BY = "keras.src.backend.tensorflow.nn.binary_crossentropy"


def measured(*metrics: str) -> Model:
    described = model(dense(1, "sigmoid"), loss="binary_crossentropy", line=2)
    assert described.compiled is not None
    return replace(described, compiled=replace(described.compiled, metrics=metrics))


def ended(
    *metrics: str, target: str = "None,", output: str = "None, 1", raised_by: str = RAISED_BY
) -> Evidence:
    seen = stopped(measured(*metrics), arrays(x=[32, 4], y=[32]), SAID.format(target, output))
    return replace(seen, errors=[replace(seen.errors[0], raised_by=raised_by)])


def test_tells_both_shapes_and_that_the_loss_is_not_to_blame() -> None:
    finding = diagnosis.match(ended("accuracy", "binary_crossentropy"))

    assert finding is not None
    assert "the loss would put the axis on" in finding.evidence
    assert "labels[:, None]" in finding.change


@pytest.mark.parametrize(
    "seen",
    [
        ended("accuracy"),
        ended("binary_crossentropy", target="None, 9", output="None, 9, 1"),
        ended("binary_crossentropy", output="None, 3"),
        ended("binary_crossentropy", raised_by="keras.src.backend.tensorflow.nn.sigmoid"),
    ],
    ids=["not measured", "steps of a series", "several outputs", "raised elsewhere"],
)
def test_is_silent_on(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None

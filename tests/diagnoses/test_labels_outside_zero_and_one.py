"""Labels that a binary cross-entropy cannot weigh."""

import pytest
from described import dense, evidence, fit, integers, model, numbers

from etude.diagnoses.catalogue import labels_outside_zero_and_one as diagnosis
from etude.domain.observations import TensorSample

SIGMOID = model(dense(1, "sigmoid"), loss="binary_crossentropy")


@pytest.mark.parametrize(
    ("labels", "change"),
    [
        (integers(-1, 1), "(labels + 1) / 2"),
        (integers(1, 2), "labels - 1"),
        (integers(0, 255), "divide the labels by 255"),
        (numbers(-3.0, 2.5), "make the labels 0 and 1"),
    ],
)
def test_fires_with_the_range_and_what_to_do(labels: TensorSample, change: str) -> None:
    finding = diagnosis.match(evidence(fits=[fit(SIGMOID, labels=labels)]))

    assert finding is not None
    assert finding.line == 3
    assert f"go from {labels.low:g} to {labels.high:g}" in finding.evidence
    assert change in finding.change


@pytest.mark.parametrize("labels", [integers(0, 1), numbers(0.05, 0.95), integers(1)])
def test_is_silent_on_labels_and_probabilities(labels: TensorSample) -> None:
    assert diagnosis.match(evidence(fits=[fit(SIGMOID, labels=labels)])) is None


def test_is_silent_on_other_losses() -> None:
    hinge = model(dense(1, "tanh"), loss="hinge")

    assert diagnosis.match(evidence(fits=[fit(hinge, labels=integers(-1, 1))])) is None

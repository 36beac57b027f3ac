"""Outputs without a blank."""

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import ctc_blank_missing

REFUSED = (
    "Saw a non-null label (index >= num_classes - 1) following a null label, batch: 7 "
    "num_classes: 8 labels: 7,4,4 labels seen so far: "
)


def test_fires_at_the_layer_that_gives_the_outputs() -> None:
    run = fit(model(dense(8, "softmax", line=4)), labels=integers(0, 7))

    finding = ctc_blank_missing.match(evidence(fits=[run], error=REFUSED))

    assert finding is not None
    assert finding.line == 4
    assert "number 7, for the blank" in finding.evidence


@pytest.mark.parametrize("error", ["", "Not enough time for target transition sequence"])
def test_is_silent_on_other_errors(error: str) -> None:
    run = fit(model(dense(8, "softmax", line=4)), labels=integers(0, 7))

    assert ctc_blank_missing.match(evidence(fits=[run], error=error)) is None

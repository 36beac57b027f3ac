"""An accuracy that falls while the network learns."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import accuracy_of_a_distance as diagnosis

PROGRAM = "model.compile(\n    loss=contrastive_loss,\n    metrics=['accuracy'],\n)\n"


def finding_of(
    *,
    accuracy: float = 0.02,
    losses: Sequence[float] = (0.3, 0.1),
    ones: float = 0.5,
    loss: str = "contrastive_loss",
) -> Any:
    of = model(dense(1), loss=loss, metrics=["accuracy"])
    labels = replace(integers(0, 1), mean=ones)
    epochs = [{"loss": loss, "accuracy": accuracy} for loss in losses]
    run = replace(fit(of, labels=labels), epochs=epochs)
    return diagnosis.match(evidence(fits=[run], program=PROGRAM))


def test_points_at_the_metrics() -> None:
    finding = finding_of()

    assert finding is not None
    assert finding.line == 3
    assert "ended at 0.02 while the loss fell from 0.3 to 0.1" in finding.evidence


@pytest.mark.parametrize(
    "told",
    [
        pytest.param({"accuracy": 0.4}, id="as good as guessing"),
        pytest.param({"losses": (0.3, 0.3)}, id="nothing learned"),
        pytest.param({"losses": (-0.3, -9.0)}, id="a loss without a lowest value"),
        pytest.param({"loss": "binary_crossentropy"}, id="a loss that wants large outputs for 1"),
        pytest.param({"ones": 0.03}, id="always answers with the rare class"),
    ],
)
def test_is_silent_when_it(told: dict[str, Any]) -> None:
    assert finding_of(**told) is None

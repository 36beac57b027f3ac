"""Initial weights that take no notice of the number of inputs."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, integers, model

from etude.diagnoses.catalogue import initial_weights_too_large as diagnosis
from etude.domain.health import Health, LayerHealth
from etude.domain.observations import Fit

STUCK, LEARNED = [9.0, 8.0, 7.0], [0.5, 0.3, 0.2]


def trained(
    *, weight: float = 400.0, change: float = 0.1, own: str = "RandomNormal", loss: Any = STUCK
) -> Fit:
    hidden = replace(dense(64, "sigmoid", line=5, kernel_initializer=own), parameters=21 * 64)
    run = fit(model(hidden, dense(1, "sigmoid"), loss="binary_crossentropy"), labels=integers(0, 1))
    state = LayerHealth(name="dense", kind="Dense", weight=weight, change=change)
    epochs = [{"loss": one} for one in loss]
    return replace(run, health=Health(layers=[state]), epochs=epochs, finished=True)


def test_fires_at_the_layer_with_both_sizes() -> None:
    finding = diagnosis.match(evidence(fits=[trained()]))

    assert finding is not None
    assert finding.line == 5
    assert "Dense(64) (RandomNormal) have a size of about 10.9" in finding.evidence
    assert "0.31 is usual" in finding.evidence


@pytest.mark.parametrize(
    "run",
    [
        trained(weight=11.0),
        trained(change=3.0),
        trained(own="HeNormal"),
        trained(loss=LEARNED),
    ],
    ids=["usual", "grown in training", "knows its inputs", "learned"],
)
def test_is_silent_on(run: Fit) -> None:
    assert diagnosis.match(evidence(fits=[run])) is None

"""Targets far away from what a network gives."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, model, numbers
from described import fit as fitted

from etude.diagnoses.catalogue import targets_not_scaled
from etude.domain.observations import Fit

PRICES = (100_000.0, 500_000.0)


def run(*losses: float, targets: tuple[float, float] = PRICES, loss: str = "mse") -> Fit:
    name = {"mse": "mean_squared_error", "mae": "mean_absolute_error"}.get(loss, loss)
    low, high = targets
    labels = replace(numbers(low, high), mean=(low + high) / 2)
    seen = fitted(model(dense(1), loss=name), labels=labels)
    return replace(seen, finished=True, epochs=[{"loss": one} for one in losses])


@pytest.mark.parametrize(
    "seen", [run(9.2e10, 9.1e10, 9.0e10), run(3.1e5, 3.0e5, 2.9e5, loss="mae")]
)
def test_fires_on_prices_that_are_never_reached(seen: Fit) -> None:
    finding = targets_not_scaled.match(evidence(fits=[seen]))

    assert finding is not None
    assert finding.line == 3
    assert "from 100000 to 500000" in finding.evidence


@pytest.mark.parametrize(
    "seen",
    [
        run(9e10, 4e9, 1e9),
        run(9e10, 9e10),
        run(9.0, 8.0, 7.0, targets=(0.0, 9.0)),
        run(9e10, 9e10, 9e10, loss="binary_crossentropy"),
        run(9e10, 9e10, float("nan")),
    ],
    ids=["reached", "two epochs", "small targets", "classes", "not a number"],
)
def test_is_silent_on(seen: Any) -> None:
    assert targets_not_scaled.match(evidence(fits=[seen])) is None

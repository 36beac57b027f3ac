"""Recurrent layers whose state has no upper end."""

import math
from dataclasses import replace

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import recurrent_state_grows
from etude.domain.finding import Finding
from etude.domain.observations import Layer

RELU = layer("LSTM", line=5, activation="relu")
AROUND = replace(layer("Bidirectional", line=5), layers=[layer("GRU", activation="relu")])


def told(*losses: float, recurrent: Layer = RELU, mean: float = 0.0) -> Finding | None:
    """Of targets with a standard deviation of 2, whose mean costs 4."""
    of = model(recurrent, dense(1), loss="mean_squared_error")
    targets = replace(numbers(-4, 4), deviation=2.0, mean=mean)
    epochs = [{"loss": loss} for loss in losses]
    run = replace(fit(of, labels=targets), epochs=epochs)
    return recurrent_state_grows.match(evidence(fits=[run]))


@pytest.mark.parametrize("recurrent", [RELU, AROUND], ids=["alone", "both ways"])
def test_fires_at_the_layer_when_the_loss_is_far_above_guessing(recurrent: Layer) -> None:
    finding = told(9e6, 41.0, recurrent=recurrent)

    assert finding is not None
    assert finding.line == 5
    assert "the loss came to 9e+06, where guessing would cost 4" in finding.evidence


def test_fires_when_training_came_to_nan() -> None:
    finding = told(math.nan, math.nan)

    assert finding is not None
    assert "came to NaN" in finding.evidence


def test_is_silent_where_it_learns_or_the_state_is_bounded() -> None:
    assert told(3.0, 0.2) is None
    assert told(9e6, 41.0, recurrent=layer("LSTM", activation="tanh")) is None


def test_large_targets_make_the_first_loss_large_by_themselves() -> None:
    assert told(9900.0, 12.0, mean=100.0) is None

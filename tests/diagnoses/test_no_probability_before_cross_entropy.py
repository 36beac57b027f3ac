"""Activations of hidden layers where probabilities are wanted."""

import pytest
from described import dense, evidence, layer, model

from etude.diagnoses.catalogue import no_probability_before_cross_entropy as diagnosis


@pytest.mark.parametrize("activation", ["tanh", "elu", "leaky_relu", "selu"])
def test_fires_at_the_activation(activation: str) -> None:
    trained = model(dense(1, activation, line=4), loss="binary_crossentropy")

    finding = diagnosis.match(evidence(models=[trained]))

    assert finding is not None
    assert finding.line == 4
    assert finding.change.startswith('use activation="sigmoid"')


def test_fires_at_a_layer_of_its_own_and_asks_for_softmax_between_classes() -> None:
    trained = model(dense(3), layer("LeakyReLU", line=6), loss="categorical_crossentropy")

    finding = diagnosis.match(evidence(models=[trained]))

    assert finding is not None
    assert finding.line == 6
    assert "softmax" in finding.change


def test_logits_must_not_be_kept_within_bounds() -> None:
    bounded = model(dense(1, "tanh"), loss="binary_crossentropy", from_logits=True)
    bent = model(dense(1, "elu"), loss="binary_crossentropy", from_logits=True)

    finding = diagnosis.match(evidence(models=[bounded]))

    assert finding is not None
    assert "without an activation" in finding.change
    assert diagnosis.match(evidence(models=[bent])) is None


@pytest.mark.parametrize("activation", ["sigmoid", "softmax", "linear", "exponential"])
def test_is_silent_on_others(activation: str) -> None:
    trained = model(dense(8, "tanh"), dense(3, activation), loss="categorical_crossentropy")

    assert diagnosis.match(evidence(models=[trained])) is None


def test_is_silent_for_regression() -> None:
    trained = model(dense(1, "tanh"), loss="mean_squared_error")

    assert diagnosis.match(evidence(models=[trained])) is None

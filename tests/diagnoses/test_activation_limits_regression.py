"""Targets that the last activation cannot reach."""

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import activation_limits_regression

PROGRAM = """\
model = keras.Sequential([
    keras.layers.Dense(1,
                       activation="sigmoid")])
"""


@pytest.mark.parametrize(
    ("activation", "low", "high"),
    [("sigmoid", 5.0, 40.0), ("relu", -3.0, 3.0), ("tanh", -10.0, 10.0), ("softmax", 0.0, 9.0)],
)
def test_fires_at_the_activation(activation: str, low: float, high: float) -> None:
    trained = model(dense(1, activation, line=2), loss="mean_squared_error")
    run = fit(trained, labels=numbers(low, high))

    finding = activation_limits_regression.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 3
    assert f"{low:.3g} to {high:.3g}" in finding.evidence


@pytest.mark.parametrize(
    ("activation", "low", "high"),
    [
        ("sigmoid", 0.0, 1.0),
        ("sigmoid", 0.0, 1.02),
        ("relu", 0.0, 500.0),
        ("tanh", -1.0, 1.0),
        ("linear", -50.0, 50.0),
        ("selu", -50.0, 50.0),
    ],
)
def test_is_silent_when_every_target_can_be_reached(
    activation: str, low: float, high: float
) -> None:
    run = fit(model(dense(1, activation), loss="huber"), labels=numbers(low, high))

    assert activation_limits_regression.match(evidence(fits=[run])) is None


def test_is_silent_when_the_output_is_scaled_afterwards() -> None:
    scaled = layer("Rescaling", shape=[None, 1])
    run = fit(model(dense(1, "sigmoid"), scaled, loss="mean_squared_error"), labels=numbers(0, 90))

    assert activation_limits_regression.match(evidence(fits=[run])) is None


def test_is_silent_without_targets() -> None:
    trained = model(dense(1, "sigmoid"), loss="mean_squared_error")

    assert activation_limits_regression.match(evidence(models=[trained])) is None

"""Targets that the last activation cannot reach."""

from dataclasses import replace

import pytest
from described import chained, dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import activation_limits_regression
from etude.domain.observations import Layer

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


AUTOENCODER = """\
class Autoencoder(keras.Model):
    def __init__(self):
        super().__init__()
        self.decoder = keras.Sequential([
            keras.layers.Dense(4, activation="sigmoid"),
            keras.layers.Reshape((2, 2)),
        ])
    def call(self, x):
        return self.decoder(x)
"""


def test_fires_on_the_model_that_a_subclass_ends_in_once_it_is_built() -> None:
    parts = chained(dense(4, "sigmoid", line=5), layer("Reshape", line=6))
    kept = Layer(name="decoder", kind="Sequential", line=4, layers=parts)
    empty = model(kept, loss="mean_squared_error", line=3, output=[None, 2, 2])
    before = replace(empty, kind="subclassed", outputs=[], layers=[kept])
    after = replace(before, layers=[replace(kept, outputs=[parts[-1].name])])
    run = fit(before, labels=numbers(-1.0, 1.0))

    finding = activation_limits_regression.match(
        replace(evidence(fits=[run], program=AUTOENCODER), models=[after])
    )

    assert finding is not None
    assert finding.line == 5


def test_behind_a_recurrent_layer_a_dense_one_is_asked_for() -> None:
    decoder = layer("LSTM", shape=[None, 6, 1], units=1, activation="tanh", return_sequences=True)
    run = fit(model(decoder, loss="mean_squared_error"), labels=numbers(90, 900, shape=(64, 6, 1)))

    finding = activation_limits_regression.match(evidence(fits=[run]))

    assert finding is not None
    assert "put a Dense layer behind LSTM(1)" in finding.change


@pytest.mark.parametrize(
    ("high", "whole", "change"),
    [
        pytest.param(63.0, True, "without an activation; or divide", id="pixels"),
        pytest.param(5.7, False, "as it was before it was resized", id="parts of another size"),
    ],
)
def test_boxes_are_to_be_parts_of_their_own_picture(high: float, whole: bool, change: str) -> None:
    trained = model(dense(4, "sigmoid"), loss="mean_squared_error")
    boxes = replace(numbers(0.0, high, (32, 4)), whole=whole)
    seen = replace(numbers(0.0, 1.0, (32, 64, 64, 1)), path="0")
    run = fit(trained, labels=boxes)
    run = replace(run, train=replace(run.train, sample=[seen, boxes]))

    finding = activation_limits_regression.match(evidence(fits=[run]))

    assert finding is not None
    assert change in finding.change

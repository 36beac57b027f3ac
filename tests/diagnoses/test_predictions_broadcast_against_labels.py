"""Predictions and labels of different shapes under a loss that stretches."""

from dataclasses import replace
from typing import Any

import pytest
from described import dense, evidence, fit, layer, model, numbers

from etude.diagnoses.catalogue import predictions_broadcast_against_labels
from etude.domain.observations import Layer, Model

PROGRAM = """\
model = keras.Sequential([
    keras.layers.LSTM(
        4,
        return_sequences=True,
    ),
    keras.layers.Dense(1),
])
"""


def lstm(**config: Any) -> Layer:
    return layer("LSTM", line=2, shape=[None, 6, 4], **config)


def forecaster(*layers: Layer, output: list[int | None]) -> Model:
    return model(*layers, loss="mean_squared_error", output=output)


def test_fires_at_return_sequences() -> None:
    trained = forecaster(lstm(return_sequences=True), dense(1, line=6), output=[None, 6, 1])
    run = fit(trained, labels=numbers(-1, 1, shape=(64, 1)))

    finding = predictions_broadcast_against_labels.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 4
    assert "(batch, 6, 1)" in finding.evidence
    assert "(batch, 1)" in finding.evidence


def test_fires_at_the_units_when_only_their_number_differs() -> None:
    trained = forecaster(lstm(), dense(1, line=6), output=[None, 1])
    run = fit(trained, labels=numbers(-1, 1, shape=(64, 24)))

    finding = predictions_broadcast_against_labels.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 6


def test_fires_on_one_label_per_example_against_a_sequence() -> None:
    trained = forecaster(lstm(return_sequences=True), dense(1), output=[None, 6, 1])

    run = fit(trained, labels=numbers(-1, 1))

    assert predictions_broadcast_against_labels.match(evidence(fits=[run])) is not None


def test_looks_inside_a_bidirectional_layer() -> None:
    program = """\
model = keras.Sequential([
    keras.layers.Bidirectional(
        keras.layers.LSTM(
            4, return_sequences=True)),
    keras.layers.Dense(1)])
"""
    inner = lstm(return_sequences=True)
    both = replace(layer("Bidirectional", line=2, shape=[None, 6, 8]), layers=[inner])
    trained = forecaster(both, dense(1, line=5), output=[None, 6, 1])
    run = fit(trained, labels=numbers(-1, 1, shape=(64, 1)))

    finding = predictions_broadcast_against_labels.match(evidence(fits=[run], program=program))

    assert finding is not None
    assert finding.line == 4


@pytest.mark.parametrize(
    ("output", "labels"),
    [
        ([None, 1], (64,)),
        ([None, 1], (64, 1)),
        ([None, 6], (64, 6)),
        ([None, 6, 1], (64, 6)),
        ([None, 6], (64, 6, 1)),
        ([None, None, 1], (64, 6, 1)),
        ([None, 6, 1], (64, 6, 1)),
    ],
)
def test_is_silent_where_keras_evens_out_the_shapes(
    output: list[int | None], labels: tuple[int, ...]
) -> None:
    run = fit(forecaster(dense(1), output=output), labels=numbers(-1, 1, shape=labels))

    assert predictions_broadcast_against_labels.match(evidence(fits=[run])) is None


def test_is_silent_on_a_loss_of_the_learner() -> None:
    trained = model(dense(3), loss="pinball", output=[None, 3])

    run = fit(trained, labels=numbers(-1, 1, shape=(64, 1)))

    assert predictions_broadcast_against_labels.match(evidence(fits=[run])) is None


def test_points_at_the_layer_that_keeps_its_last_state_beside_a_label_for_each_step() -> None:
    of = forecaster(lstm(), dense(1, line=6), output=[None, 1])
    steps = replace(of, inputs=[replace(of.inputs[0], shape=[None, 6, 2])])
    run = fit(steps, labels=numbers(-1, 1, shape=(64, 6, 1)))

    finding = predictions_broadcast_against_labels.match(evidence(fits=[run], program=PROGRAM))

    assert finding is not None
    assert finding.line == 2
    assert "add return_sequences=True to the last LSTM" in finding.change

"""Layers in a row without an activation."""

from dataclasses import replace
from typing import Any

import pytest
from described import chained, dense, evidence, layer, model

from etude.diagnoses.catalogue import activation_missing
from etude.domain.observations import Layer, Model, TensorSpec


def conv(activation: str = "linear", *, line: int = 0, size: int = 3, **config: Any) -> Layer:
    options = {"filters": 8, "kernel_size": [size, size], "strides": [1, 1]} | config
    return layer("Conv2D", line=line, activation=activation, **options)


def test_fires_at_the_first_of_two_dense_layers() -> None:
    linear = model(dense(16, line=3), dense(3, "softmax", line=4))

    finding = activation_missing.match(evidence(models=[linear]))

    assert finding is not None
    assert finding.line == 3
    assert "Dense(16)" in finding.evidence


def test_fires_through_dropout() -> None:
    linear = model(dense(16, line=3), layer("Dropout"), dense(3))

    assert activation_missing.match(evidence(models=[linear])) is not None


def test_fires_behind_a_recurrent_layer_from_the_second_linear_layer_on() -> None:
    linear = model(layer("LSTM"), dense(25, line=4), dense(9, line=5), dense(1))

    finding = activation_missing.match(evidence(models=[linear]))

    assert finding is not None
    assert finding.line == 5


def test_fires_on_convolutions_with_pooling_in_between() -> None:
    linear = model(
        conv(line=2), layer("MaxPooling2D"), conv(), layer("Flatten"), dense(3, "softmax")
    )

    finding = activation_missing.match(evidence(models=[linear]))

    assert finding is not None
    assert finding.line == 2


def test_the_activation_of_a_dense_layer_bends_no_convolution() -> None:
    pooled = (conv(line=2), layer("MaxPooling2D"), conv(), layer("MaxPooling2D"), layer("Flatten"))
    bent = (dense(16), layer("Activation", activation="relu"), dense(3, "softmax"))
    with_bend = (*pooled[:2], layer("Activation", activation="relu"), *pooled[2:])

    finding = activation_missing.match(evidence(models=[model(*pooled, *bent)]))

    assert finding is not None
    assert finding.line == 2
    assert activation_missing.match(evidence(models=[model(*with_bend, *bent)])) is None


def test_fires_inside_a_model_inside() -> None:
    inner = replace(
        layer("Sequential"), layers=chained(dense(16, line=3), dense(8)), outputs=["dense_1"]
    )

    assert activation_missing.match(evidence(models=[model(inner, dense(3))])) is not None


@pytest.mark.parametrize(
    "right",
    [
        pytest.param(model(dense(16, "relu"), dense(3)), id="activation as argument"),
        pytest.param(
            model(dense(16), layer("Activation", activation="relu"), dense(3)), id="as a layer"
        ),
        pytest.param(model(dense(16), layer("LeakyReLU"), dense(3)), id="as a layer of its own"),
        pytest.param(model(dense(16), layer("BatchNormalization"), dense(3)), id="normalised"),
        pytest.param(model(dense(2), dense(8)), id="linear bottleneck"),
        pytest.param(model(dense(16, use_bias=False), dense(3)), id="low rank factors"),
        pytest.param(model(dense(3)), id="one linear layer"),
        pytest.param(model(layer("LSTM"), dense(25), dense(1)), id="behind a recurrent layer"),
        pytest.param(
            model(layer("GRU"), layer("Dropout"), dense(25), dense(1)), id="and a dropout"
        ),
        pytest.param(
            model(conv(), layer("MaxPooling2D"), layer("ReLU"), conv("relu")), id="pooled first"
        ),
        pytest.param(model(conv(size=1), conv("relu")), id="mixes channels"),
        pytest.param(
            model(conv(kernel_size=[1, 3]), conv("relu", kernel_size=[3, 1])), id="factorised"
        ),
        pytest.param(model(conv(size=4, strides=[4, 4]), layer("Reshape"), dense(3)), id="patches"),
    ],
)
def test_is_silent_when(right: Model) -> None:
    assert activation_missing.match(evidence(models=[right])) is None


def test_is_silent_when_the_layer_in_between_is_an_output_too() -> None:
    linear = model(dense(16), dense(3))
    inner = TensorSpec(path=linear.layers[0].name, dtype="float32", shape=[None, 16])

    both = replace(linear, outputs=[*linear.outputs, inner])

    assert activation_missing.match(evidence(models=[both])) is None


def test_is_silent_when_the_program_stopped() -> None:
    linear = model(dense(16, line=3), dense(3, "softmax"))

    given = evidence(models=[linear], error="Incompatible shapes")

    assert activation_missing.match(given) is None

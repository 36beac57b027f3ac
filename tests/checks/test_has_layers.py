"""A model has the layers that are asked for, in that order."""

import pytest
from described_models import layer, model

from etude.checks.has_layers import HasLayers, Step
from etude.checks.values import Name
from etude.domain.observations import Layer
from etude.domain.verdict import Status

STEPS = (
    Step(kind="Conv2D", options={"filters": 32, "kernel_size": 3}, activation="relu"),
    Step(kind="MaxPooling2D|AveragePooling2D"),
    Step(kind="Flatten"),
    Step(kind="Dense", options={"units": 10}, activation="softmax"),
)
CHECK = HasLayers(of=Name(name="model"), steps=STEPS, name="layers")

INPUT = layer("InputLayer")
POOL, FLATTEN = layer("MaxPooling2D"), layer("Flatten")


def conv(activation: str = "relu", filters: int = 32) -> Layer:
    return layer("Conv2D", filters=filters, kernel_size=[3, 3], activation=activation)


def dense(activation: str = "softmax") -> Layer:
    return layer("Dense", units=10, activation=activation)


@pytest.mark.parametrize(
    "layers",
    [
        pytest.param([INPUT, conv(), POOL, FLATTEN, dense()], id="activations as arguments"),
        pytest.param(
            [conv("linear"), layer("ReLU"), POOL, FLATTEN, dense("linear"), layer("Softmax")],
            id="activations as layers",
        ),
        pytest.param(
            [conv("linear"), POOL, layer("Activation", activation="relu"), FLATTEN, dense()],
            id="activation after pooling",
        ),
        pytest.param(
            [
                layer("Rescaling"),
                conv("linear"),
                layer("BatchNormalization"),
                layer("ReLU"),
                POOL,
                layer("Dropout"),
                FLATTEN,
                layer("Dropout"),
                dense(),
            ],
            id="with regularisation",
        ),
        pytest.param([conv(), layer("AveragePooling2D"), FLATTEN, dense()], id="either pooling"),
        pytest.param(
            [conv(), POOL, layer("Reshape", shape=[None, 99]), dense()], id="reshaped flat"
        ),
        pytest.param([conv(), layer("ReLU"), POOL, FLATTEN, dense()], id="relu twice"),
    ],
)
def test_passes(layers: list[Layer]) -> None:
    assert CHECK.judge(model(*layers)).status is Status.PASSED


def test_passes_parts_in_models_inside() -> None:
    inside = Layer(name="features", kind="Sequential", layers=[conv(), POOL, FLATTEN])

    assert CHECK.judge(model(INPUT, inside, dense())).status is Status.PASSED


@pytest.mark.parametrize(
    ("layers", "expected", "received"),
    [
        (
            [conv(filters=16), POOL, FLATTEN, dense()],
            "layer 1 is Conv2D(filters=32, kernel_size=3, relu)",
            "Conv2D(filters=16, kernel_size=3, relu) (conv2d)",
        ),
        (
            [conv("linear"), POOL, FLATTEN, dense()],
            "layer 1 is Conv2D(filters=32, kernel_size=3, relu)",
            "without activation (conv2d)",
        ),
        ([conv(), FLATTEN, dense()], "layer 2 is MaxPooling2D or AveragePooling2D", "Flatten"),
        ([conv(), POOL, FLATTEN], "layer 4 is Dense(units=10, softmax)", "nothing after layer 3"),
        (
            [conv(), POOL, FLATTEN, dense(), layer("Dense", units=3)],
            "4 layers, the last one Dense(units=10, softmax)",
            "Dense",
        ),
        (
            [conv(), POOL, FLATTEN, dense(), layer("Softmax")],
            "4 layers, the last one Dense(units=10, softmax)",
            "Softmax",
        ),
    ],
)
def test_fails_at_the_first_layer_that_differs(
    layers: list[Layer], expected: str, received: str
) -> None:
    verdict = CHECK.judge(model(*layers))

    assert verdict.status is Status.FAILED
    assert verdict.expected == expected
    assert received in verdict.received
    assert "the model is Conv2D(" in verdict.received


def test_strict_allows_nothing_in_between() -> None:
    strict = HasLayers(of=Name(name="model"), steps=STEPS, strict=True)

    assert strict.judge(model(INPUT, conv(), POOL, FLATTEN, dense())).status is Status.PASSED
    verdict = strict.judge(model(conv(), layer("Dropout"), POOL, FLATTEN, dense()))
    assert verdict.status is Status.FAILED


def test_among_other_layers_the_order_counts_alone() -> None:
    among = HasLayers(of=Name(name="model"), steps=(Step(kind="Conv2D"), STEPS[-1]), among=True)

    assert among.judge(model(INPUT, conv(), POOL, FLATTEN, dense())).status is Status.PASSED
    assert among.judge(model(POOL, conv(), dense(), FLATTEN)).status is Status.PASSED
    verdict = among.judge(model(INPUT, dense(), conv(), POOL))
    assert verdict.status is Status.FAILED
    assert verdict.received.startswith("none; the model is Dense(")


@pytest.mark.tensorflow
def test_looks_at_the_learners_model(probe) -> None:  # type: ignore[no-untyped-def]
    program = """
import keras
from keras import layers
x = inputs = keras.Input((8, 8, 1))
x = layers.Conv2D(32, (3, 3), padding="same")(x)
x = keras.ops.relu(x)
x = layers.MaxPool2D()(x)
x = layers.Flatten()(x)
model = keras.Model(inputs, layers.Activation("softmax")(layers.Dense(10)(x)))
"""
    assert CHECK.judge(probe(CHECK, program)).status is Status.PASSED


def test_the_mask_of_an_embedding_is_no_layer() -> None:
    steps = (Step(kind="Embedding"), Step(kind="LSTM"))
    check = HasLayers(of=Name(name="model"), steps=steps, name="layers")

    verdict = check.judge(model(INPUT, layer("Embedding"), layer("NotEqual"), layer("LSTM")))

    assert verdict.status is Status.PASSED

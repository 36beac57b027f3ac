"""Pictures and features of a shape that a layer refuses: each mistake by its own name alone."""

from dataclasses import replace

import pytest
from described import dense, layer, model
from stopped import arrays, failed, stopped

from etude.diagnoses.catalogue import (
    channel_axis_missing,
    channels_differ,
    feature_count_differs,
    picture_size_differs,
)
from etude.diagnoses.evidence import Evidence
from etude.domain.observations import Data, Model

AXES = "expected min_ndim=4, found ndim=3. Full shape received: "
SIZE = "expected axis -1 of input shape to have value {}, but received input with shape {}"
PICTURES = arrays(x=[32, 8, 8, 1], y=[32])


def refused(
    text: str, of: Model | None = None, data: Data = PICTURES, name: str = "it"
) -> Evidence:
    message = f'Input 0 of layer "{name}" is incompatible with the layer: {text}'
    return stopped(of, data, message) if of else failed("", message)


def flattened(*, inputs: tuple[int | None, ...] = (None, 10, 10, 1)) -> Model:
    return model(layer("Conv2D"), layer("Flatten"), dense(3), inputs=inputs)


def test_a_missing_channel_axis_is_added_to_data_and_model() -> None:
    finding = channel_axis_missing.match(refused(AXES + "(32, 28, 28)"))

    assert finding is not None
    assert finding.line == 3
    assert "keras.Input((28, 28, 1))" in finding.change


def test_a_channel_left_out_of_reshape_is_added_there() -> None:
    program = "model.add(Reshape((57, 47), input_shape=(2679,)))\nmodel.add(Conv2D(10, 5))\n"
    message = f'Input 0 of layer "it" is incompatible with the layer: {AXES}(None, 57, 47)'

    finding = channel_axis_missing.match(failed(program, message, line=2))

    assert finding is not None
    assert finding.line == 1
    assert "Reshape((57, 47, 1))" in finding.change


@pytest.mark.parametrize(
    "told",
    [
        "keras.Input((28, 28)),",
        "keras.Input(shape=(28, 28)),",
        "Conv2D(8, 3, input_shape=(28, 28)),",
    ],
)
def test_a_model_that_is_told_no_channels_is_told_where(told: str) -> None:
    program = f"model = keras.Sequential([\n    {told}\n    Flatten(),\n])\n"
    message = f'Input 0 of layer "it" is incompatible with the layer: {AXES}(None, 28, 28)'

    finding = channel_axis_missing.match(failed(program, message, line=1))

    assert finding is not None
    assert finding.line == 2


@pytest.mark.parametrize("shape", ["(28, 28, 1)", "(64, 64, 3)"])
def test_a_single_picture_lacks_another_axis(shape: str) -> None:
    assert channel_axis_missing.match(refused(AXES + shape)) is None


def test_a_sequence_layer_wants_no_channels() -> None:
    text = "expected ndim=3, found ndim=2. Full shape received: (32, 8)"

    assert channel_axis_missing.match(refused(text)) is None


@pytest.mark.parametrize(
    ("wanted", "given", "change"),
    [(3, 1, "grayscale_to_rgb"), (1, 3, "rgb_to_grayscale"), (3, 4, "channels=3")],
)
def test_channels_are_told_with_the_way_to_change_them(
    wanted: int, given: int, change: str
) -> None:
    finding = channels_differ.match(refused(SIZE.format(wanted, f"(32, 8, 8, {given})")))

    assert finding is not None
    assert f"got {given} channel" in finding.evidence
    assert change in finding.change


def test_a_ready_made_model_wants_three_channels() -> None:
    message = "The input must have 3 channels; Received `input_shape=(32, 32, 1)`"

    assert channels_differ.match(failed("", message))


def test_features_of_a_later_layer_are_no_channels() -> None:
    assert channels_differ.match(refused(SIZE.format(16, "(32, 8, 8, 32)"))) is None
    assert channels_differ.match(refused(SIZE.format(3, "(32, 1)"))) is None


def test_the_size_of_pictures_is_told_in_pixels() -> None:
    of = flattened()

    finding = picture_size_differs.match(
        refused(SIZE.format(128, "(32, 72)"), of, name=of.layers[-1].name)
    )

    assert finding is not None
    assert "pictures of 10 x 10, these have 8 x 8" in finding.evidence


def test_a_dense_layer_without_flatten_knows_no_pictures() -> None:
    of = model(dense(4), dense(3))

    seen = refused(SIZE.format(10, "(32, 8)"), of, arrays(x=[32, 8], y=[32]), of.layers[0].name)

    assert picture_size_differs.match(seen) is None
    assert feature_count_differs.match(seen)


def test_a_layer_that_was_built_by_earlier_data_counts_features_too() -> None:
    message = "Matrix size-incompatible: In[0]: [32,5], In[1]: [8,3]"
    seen = stopped(model(dense(3)), arrays("predict", x=[32, 5]), message, "InvalidArgumentError")

    finding = feature_count_differs.match(seen)

    assert finding is not None
    assert "built for 8 numbers per example, and got 5" in finding.evidence


def test_matrices_that_the_learner_multiplies_are_another_matter() -> None:
    message = "Matrix size-incompatible: In[0]: [32,5], In[1]: [8,3]"

    assert feature_count_differs.match(failed("", message, "InvalidArgumentError")) is None


def test_nothing_is_said_without_an_exception() -> None:
    seen = replace(refused(AXES + "(32, 28, 28)"), errors=[])

    assert channel_axis_missing.match(seen) is None
    assert feature_count_differs.match(seen) is None

"""Sizes that do not come back."""

import pytest
from described import chained, layer, model
from stopped import arrays, failed, stopped

from etude.diagnoses.catalogue import picture_size_not_restored as diagnosis
from etude.domain.observations import Layer, Model

UP = layer("UpSampling2D", shape=[None, 8, 8, 4], size=[2, 2])
OTHER_SIDES = (
    "Arguments `target` and `output` must have the same shape. Received: "
    "target.shape=(32, 7, 7, 1), output.shape=(32, 8, 8, 1)"
)
JOINED = (
    "A `Concatenate` layer requires inputs with matching shapes except for the concatenation axis. "
    "Received: input_shape=[(None, 24, 24, 16), (None, {side}, 16)]"
)


def decoder(*layers: Layer) -> Model:
    return model(*layers, loss="binary_crossentropy", inputs=(None, 7, 7, 1))


def test_fires_at_the_layer_that_halves_with_a_remainder() -> None:
    pool = layer("MaxPooling2D", line=5, shape=[None, 4, 4, 4], pool_size=[2, 2], strides=[2, 2])
    data = arrays(x=[32, 7, 7, 1], y=[32, 7, 7, 1])

    finding = diagnosis.match(stopped(decoder(pool, UP), data, OTHER_SIDES))

    assert finding is not None
    assert finding.line == 5
    assert "the targets are 7 x 7 and the output is 8 x 8" in finding.evidence
    assert "makes 4 of 7 pixels" in finding.evidence


def test_fires_where_two_sizes_are_to_be_joined() -> None:
    finding = diagnosis.match(failed("", JOINED.format(side="25, 25")))

    assert finding is not None
    assert finding.line == 3
    assert "24 x 24 and 25 x 25 are to be joined" in finding.evidence


@pytest.mark.parametrize(
    "message",
    [
        JOINED.format(side="24, 24"),
        JOINED.replace(", 16)]", ")]").format(side="25"),
        "The graph could not be sorted in topological order.",
    ],
    ids=["the same sides", "no pictures", "another error"],
)
def test_is_silent_on_errors_of_other_shapes(message: str) -> None:
    assert diagnosis.match(failed("", message)) is None


def test_is_silent_on_a_network_that_makes_nothing_larger() -> None:
    conv = layer("Conv2D", shape=[None, 8, 8, 1], filters=1, strides=[1, 1])
    data = arrays(x=[32, 7, 7, 1], y=[32, 7, 7, 1])

    assert diagnosis.match(stopped(decoder(conv), data, OTHER_SIDES)) is None


def test_layers_are_named_as_people_write_them() -> None:
    conv, pool = chained(layer("Conv2D", filters=8), layer("MaxPooling2D", pool_size=[2, 2]))

    assert diagnosis.told_kind(conv) == "Conv2D(8)"
    assert diagnosis.told_kind(pool) == "MaxPooling2D"

"""Convolutions that come behind what lays pictures out in a row."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import flattened_before_convolution as diagnosis
from etude.diagnoses.evidence import Evidence

LOOP = """x = inputs
for filters in (4, 8):
    x = Conv2D(filters, 3)(x)
    x = Flatten()(x)
    x = Dense(4)(x)
"""
ABOVE = "x = Flatten()(inputs)\nx = Dense(64)(x)\nx = Conv2D(8, 3)(x)\n"
LISTED = "model = Sequential([\n    Flatten(),\n    Dense(8),\n    Conv2D(8, 3),\n])\n"
BARE = "inputs = Input((784,))\n\nx = Conv2D(8, 3)(inputs)\n"


def refused(program: str, shape: str = "(None, 4)", *, axes: int = 4, line: int = 3) -> Evidence:
    said = (
        "Input 0 with name 'None' of layer 'conv2d_1' is incompatible with the layer: "
        f"expected min_ndim={axes}, found ndim={shape.count(',') + 1}. "
        f"Full shape received: {shape}"
    )
    return failed(program, said, line=line)


def test_tells_what_belongs_behind_a_loop() -> None:
    finding = diagnosis.match(refused(LOOP))

    assert finding is not None
    assert finding.line == 3
    assert "(None, 4)" in finding.evidence
    assert "line 4 and what follows it belong behind the loop of line 2" in finding.change


def test_tells_which_layer_above_flattens() -> None:
    finding = diagnosis.match(refused(ABOVE))

    assert finding is not None
    assert "layer of line 1 behind the last convolution" in finding.change


def test_points_at_the_convolution_of_a_list_of_layers() -> None:
    finding = diagnosis.match(refused(LISTED, line=1))

    assert finding is not None
    assert finding.line == 4


def test_folds_rows_of_the_data() -> None:
    finding = diagnosis.match(refused(BARE, "(None, 784)"))

    assert finding is not None
    assert "Reshape((28, 28, 1))" in finding.change


def test_rows_of_no_picture_are_told_what_takes_them() -> None:
    finding = diagnosis.match(refused(BARE, "(None, 10)"))

    assert finding is not None
    assert "rows that are no pictures need Dense" in finding.change


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(refused(ABOVE, "(None, 57, 47)"), id="a channel is missing"),
        pytest.param(refused(ABOVE, axes=3), id="a layer for sequences"),
        pytest.param(failed(LOOP, "something else"), id="another exception"),
    ],
)
def test_is_silent_where(seen: Evidence) -> None:
    assert diagnosis.match(seen) is None

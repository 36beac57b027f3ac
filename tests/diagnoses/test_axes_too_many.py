"""A layer that works on three axes, or four, and is given one more."""

from collections.abc import Callable

import pytest
from described import evidence

from etude.diagnoses.catalogue import axes_too_many
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame

REFUSED = (
    "Input 0 with name 'None' of layer '{layer}' is incompatible with the layer: "
    "expected ndim={wanted}, found ndim={found}. Full shape received: {shape}"
)


def refused(
    program: str, *, line: int, shape: tuple[int | None, ...], layer: str = "lstm", wanted: int = 3
) -> Evidence:
    message = REFUSED.format(layer=layer, wanted=wanted, found=len(shape), shape=shape)
    frame = ErrorFrame(file="program.py", line=line, function="<module>")
    error = Error(type="ValueError", message=message, frames=[frame])
    return Evidence(source=Source("program.py", program), errors=[error])


@pytest.mark.parametrize(
    ("program", "shape"),
    [
        ("model.add(LSTM(8, input_shape=(1, 6, 30)))\n", (None, 1, 6, 30)),
        ("model.add(LSTM(8, input_shape=x.shape))\n", (None, 32, 10, 3)),
        ("model.add(LSTM(8, input_shape=(len(x), 10, 3)))\n", (None, 32, 10, 3)),
        ("x = LSTM(8)(Input((32, 10, 3)))\n", (None, 32, 10, 3)),
        ("x = Bidirectional(LSTM(8))(Input(shape=x.shape))\n", (None, 32, 10, 3)),
        ("x = LSTM(8)(Dense(3)(Input((x.shape[0], 10, 5))))\n", (None, 32, 10, 3)),
    ],
)
def test_the_batch_is_no_part_of_the_shape_of_an_example(
    program: str, shape: tuple[int | None, ...]
) -> None:
    finding = axes_too_many.match(refused(program, line=1, shape=shape))

    assert finding is not None
    assert "without the batch" in finding.change
    assert str(shape[2:]) in finding.change


def test_an_axis_of_one_at_the_end_is_the_one_to_leave_out() -> None:
    program = "model.add(LSTM(8, input_shape=(60, 9, 1)))\n"

    finding = axes_too_many.match(refused(program, line=1, shape=(None, 60, 9, 1)))

    assert finding is not None
    assert "x[..., 0]: (60, 9)" in finding.change


def test_an_embedding_wants_numbers_and_not_one_hot_rows() -> None:
    program = "inputs = Input((72, 900))\nx = Embedding(900, 200)(inputs)\nx = LSTM(8)(x)\n"

    finding = axes_too_many.match(refused(program, line=3, shape=(None, 72, 900, 200)))

    assert finding is not None
    assert "Embedding in line 2" in finding.change
    assert "argmax" in finding.change


def test_rows_of_a_picture_become_steps() -> None:
    program = "x = Conv2D(16, 3)(inputs)\nx = LSTM(8, name='reads')(x)\n"

    finding = axes_too_many.match(refused(program, line=2, shape=(None, 26, 26, 16), layer="reads"))

    assert finding is not None
    assert "Reshape((26, 416))" in finding.change
    assert "row of the picture" in finding.change


def test_the_shape_of_another_layer_in_the_same_list_is_not_meant() -> None:
    program = "m = Sequential([Conv2D(16, 3, input_shape=side), LSTM(8)])\n"

    finding = axes_too_many.match(refused(program, line=1, shape=(None, 26, 26, 16)))

    assert finding is not None
    assert "Reshape" in finding.change


@pytest.mark.parametrize(
    ("wanted", "shape"), [(3, (None, 10)), (4, (None, 28, 28)), (2, (None, 3, 4))]
)
def test_is_silent_on_other_numbers_of_axes(wanted: int, shape: tuple[int | None, ...]) -> None:
    given = refused("model.add(LSTM(8))\n", line=1, shape=shape, wanted=wanted)

    assert axes_too_many.match(given) is None


def test_is_silent_on_another_error() -> None:
    assert axes_too_many.match(evidence(error="something else")) is None


@pytest.mark.tensorflow
def test_data_with_an_axis_of_one_are_squeezed(evidence_of: Callable[[str], Evidence]) -> None:
    program = """\
import keras, numpy as np
model = keras.Sequential([keras.layers.GRU(4), keras.layers.Dense(1)])
model.compile(loss="mse")
model.fit(np.zeros((8, 1, 5, 2)), np.zeros((8, 1)), verbose=0)
"""

    finding = axes_too_many.match(evidence_of(program))

    assert finding is not None
    assert finding.line == 4
    assert "squeeze" in finding.change


def test_all_rows_as_one_example_are_told_from_examples_with_an_axis_of_one() -> None:
    program = "model.add(LSTM(8, input_shape=(1, rows, columns)))\n"

    finding = axes_too_many.match(refused(program, line=1, shape=(None, 1, 500, 30)))

    assert finding is not None
    assert "x[0][..., np.newaxis] with y[0], and (30, 1)" in finding.change
    assert "np.squeeze(x, 1)" in finding.change

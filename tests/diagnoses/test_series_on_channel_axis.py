"""A series that lies along the channels of a convolution, and series that are merely short."""

import pytest
from stopped import failed

from etude.diagnoses.catalogue import series_on_channel_axis
from etude.domain.finding import Finding

PROGRAM = """\
model = Sequential()
model.add(Input({shape}))
model.add(Conv1D({filters}, {kernel}))
"""


def message(shape: str, kernel: str) -> str:
    return (
        f"Computed output size would be zero or negative. Received `inputs shape={shape}`, "
        f"`kernel shape={kernel}`, `dilation_rate=[1]`, `strides=(1,)`, `padding=valid`."
    )


@pytest.mark.parametrize(
    ("steps", "wanted"), [(1, "x.reshape(-1, 101, 1)"), (3, "np.swapaxes(x, 1, 2)")]
)
def test_one_long_axis_is_that_of_time(steps: int, wanted: str) -> None:
    program = PROGRAM.format(shape=(steps, 101), filters=64, kernel=10)
    told = message(f"(None, {steps}, 101)", "(10, 101, 64)")

    finding = series_on_channel_axis.match(failed(program, told))

    assert finding is not None
    assert finding.line == 3
    assert wanted in finding.change


def test_a_size_that_is_worked_out_may_be_the_one() -> None:
    program = PROGRAM.format(shape="x.shape[1:]", filters="filters", kernel="size")

    assert series_on_channel_axis.match(failed(program, message("(None, 1, 101)", "(10, 101, 64)")))


def test_a_few_steps_of_many_sensors_are_a_short_series() -> None:
    program = PROGRAM.format(shape=(5, 9), filters=64, kernel=7)

    assert (
        series_on_channel_axis.match(failed(program, message("(None, 5, 9)", "(7, 9, 64)"))) is None
    )


def test_what_convolutions_have_left_is_no_series_turned() -> None:
    program = PROGRAM.format(shape=(12, 1), filters=64, kernel=6) + "model.add(Conv1D(8, 10))\n"

    assert (
        series_on_channel_axis.match(failed(program, message("(None, 2, 64)", "(10, 64, 8)")))
        is None
    )


POOLED = """\
model = Sequential()
model.add(Conv1D(4, 5, padding="same", input_shape={shape}))
model.add(MaxPooling1D({size}))
"""


def pooled(shape: str, *, left: int, size: int) -> Finding | None:
    told = (
        "Computed output size would be zero or negative. Received: "
        f"`inputs.shape=[None {left} 4]`, `pool_size=[{size}]`, `strides=(2,)`, `padding=valid`."
    )
    return series_on_channel_axis.match(failed(POOLED.format(shape=shape, size=size), told))


def test_a_pooling_over_the_only_step_shows_it_too() -> None:
    finding = pooled("(1, 24)", left=1, size=2)

    assert finding is not None
    assert "(24, 1)" in finding.change
    assert "x.reshape(-1, 24, 1)" in finding.change


def test_a_length_that_is_worked_out_is_told_as_n() -> None:
    finding = pooled("(1, x.shape[2])", left=1, size=2)

    assert finding is not None
    assert "x.reshape(-1, n, 1)" in finding.change


def test_steps_that_were_pooled_away_lay_in_their_place() -> None:
    assert pooled("(12, 200)", left=1, size=2) is None
    assert pooled("(4, 9)", left=4, size=8) is None

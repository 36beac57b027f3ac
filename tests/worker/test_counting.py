"""Windows that hold nothing but a count which goes on."""

from typing import Any

import numpy as np
import pytest
from numpy.lib.stride_tricks import sliding_window_view

pytestmark = pytest.mark.tensorflow

TIME = np.arange(0, 60, 0.25)
SINE = np.sin(TIME)


def cut(values: np.ndarray, steps: int = 12) -> np.ndarray:
    return sliding_window_view(values, steps)[:-1].astype("float32")


def counts(inputs: Any, labels: Any = SINE[12:]) -> bool:
    from etude.worker.counting import only_counts

    return only_counts((inputs, labels))


@pytest.mark.parametrize("shape", [(-1, 12), (-1, 12, 1)])
@pytest.mark.parametrize("size", [1, 1 / 60, 1000], ids=["as it is", "scaled", "milliseconds"])
def test_rows_of_times_beside_a_wave_are_seen(shape: tuple[int, ...], size: float) -> None:
    assert counts(cut(TIME * size).reshape(shape))


def test_the_order_of_the_rows_does_not_matter() -> None:
    order = np.random.default_rng(0).permutation(len(SINE) - 12)

    assert counts(cut(TIME)[order], np.stack([SINE[12:], SINE[12:]], axis=1)[order])


@pytest.mark.parametrize(
    ("inputs", "labels"),
    [
        (cut(SINE), SINE[12:]),
        (cut(TIME), TIME[12:]),
        (cut(TIME), 3 * TIME[12:] + 0.01 * SINE[12:]),
        (cut(TIME), np.zeros(len(TIME) - 12)),
        (cut(TIME), (SINE[12:] > 0).astype("int32")),
        (np.stack([cut(TIME), cut(SINE)], axis=2), SINE[12:]),
        (cut(np.cumsum(np.arange(240) % 3 + 1.0)), SINE[12:]),
        (np.ones((228, 12)), SINE[12:]),
        (cut(TIME, 3), SINE[3:]),
    ],
    ids=[
        *("the series", "a count goes on", "a trend", "nothing to forecast", "classes"),
        *("time beside the series", "uneven", "constant", "three columns"),
    ],
)
def test_other_inputs_are_no_mere_count(inputs: np.ndarray, labels: np.ndarray) -> None:
    assert not counts(inputs, labels)

"""What is told of values that are missing or infinite."""

import pytest
from watched import Watch

pytestmark = pytest.mark.tensorflow

PROGRAM = """
import keras
import numpy as np
x = np.ones((16, 3), "float32")
{spoilt}
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
model.compile("sgd", "mse")
model.fit(x, np.zeros(16), verbose=0)
"""


def _inputs(watch: Watch, spoilt: str) -> tuple[int, int, list[int]]:
    seen = watch(PROGRAM.format(spoilt=spoilt)).evidence.fits[0].train.part("0")
    assert seen is not None
    return seen.nan, seen.infinite, list(seen.lost)


def test_infinite_values_are_told_from_missing_ones(watch: Watch) -> None:
    assert _inputs(watch, "x[2, 0], x[3, 1] = np.nan, np.inf") == (2, 1, [])


def test_a_column_without_any_number_is_named(watch: Watch) -> None:
    assert _inputs(watch, "x[:, 1] = np.nan") == (16, 0, [1])


def test_nothing_is_lost_of_numbers(watch: Watch) -> None:
    assert _inputs(watch, "") == (0, 0, [])

"""Inputs that are the same in every row."""

from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow

CLASSES = np.arange(40) % 3
ROWS = np.tile([1.0, 0.0, 0.0], (40, 1))


def alike(inputs: Any, labels: Any = CLASSES) -> bool:
    from etude.worker.alike import all_alike

    return all_alike((inputs, labels))


@pytest.mark.parametrize(
    "inputs",
    [ROWS, np.zeros((40, 4, 4, 1), "uint8"), np.array(["one text"] * 40), (ROWS, ROWS[:, :1])],
    ids=["a table", "pictures", "texts", "two inputs"],
)
def test_equal_rows_beside_labels_that_differ_are_seen(inputs: Any) -> None:
    assert alike(inputs)


def test_a_batch_of_tensors_is_seen_too() -> None:
    import tensorflow as tf

    assert alike({"words": tf.constant(ROWS)}, tf.one_hot(CLASSES, 3))


def _one_other(place: int) -> np.ndarray:
    changed = ROWS.copy()
    changed[place, 1] = 0.5
    return changed


@pytest.mark.parametrize(
    ("inputs", "labels"),
    [
        (_one_other(1), CLASSES),
        (_one_other(39), CLASSES),
        ((ROWS, _one_other(20)), CLASSES),
        (ROWS, np.ones(40)),
        (ROWS, ROWS),
        (ROWS[:5], CLASSES[:5]),
        (ROWS, np.arange(3)),
        (ROWS * np.nan, CLASSES),
    ],
    ids=[
        *("the second row", "the last row", "a second input", "labels alike too", "an autoencoder"),
        *("a handful", "labels of other rows", "gaps"),
    ],
)
def test_other_inputs_are_not_all_alike(inputs: Any, labels: Any) -> None:
    assert not alike(inputs, labels)


def test_inputs_alone_and_rows_of_different_lengths_are_left_out() -> None:
    import tensorflow as tf

    from etude.worker.alike import all_alike

    assert not all_alike(ROWS)
    assert not alike(tf.ragged.constant([[1]] * 40))

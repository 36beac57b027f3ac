"""Columns of inputs that are the label."""

import numpy as np
import pytest

pytestmark = pytest.mark.tensorflow

X = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
SIGN = (X[:, 0] > 0).astype("int64")
WITH_SIGN = np.column_stack([X[:, 1], SIGN]).astype("float32")


@pytest.mark.parametrize(
    ("inputs", "labels", "found"),
    [
        (X, X[:, 2], 2),
        (X, X[:, 2:3], 2),
        (WITH_SIGN, SIGN, 1),
        ((WITH_SIGN - WITH_SIGN.mean(0)) / WITH_SIGN.std(0), SIGN, 1),
        (1 - 2 * WITH_SIGN.astype("int64"), SIGN, None),
        (X, X[:, 2] + 1, None),
        (X, SIGN, None),
        (X, np.append(X[:32, 2], -X[32:, 2]), None),
        (np.zeros((64, 2)), np.zeros(64), None),
        (X[:, :1], X[:, 0], None),
        (X, X, None),
        (np.column_stack([SIGN] * 3), SIGN, None),
        (X[:8], X[:8, 2], None),
        (X, None, None),
        (X, np.float32(1.0), None),
    ],
    ids=[
        "equal", "a column of labels", "two classes", "scaled classes", "numbers of words",
        "shifted", "another", "half of it",
        "constant", "nothing else", "an autoencoder", "every column",
        "few rows", "no labels", "one number",
    ],
)  # fmt: skip
def test_a_column_that_is_the_label_is_found(
    inputs: np.ndarray, labels: np.ndarray | None, found: int | None
) -> None:
    from etude.worker.label_column import label_column

    assert label_column((inputs, labels)) == found

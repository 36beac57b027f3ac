"""Whether a table of inputs holds the label that is to be predicted from it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from etude.worker.tensors import to_numpy

# Fewer rows agree by chance, more say nothing new.
_FEWEST_ROWS, _MOST_ROWS = 16, 4096
_MOST_COLUMNS = 1000
# Of labels with two values the rarer one must occur, or a constant column would do.
_FEWEST_OF_EACH = 4


def label_column(element: Sequence[Any]) -> int | None:
    """The first column of inputs (N, columns) that equals the labels (N,) or (N, 1) everywhere."""
    inputs, labels = _part(element, 0), _part(element, 1)
    if inputs is None or labels is None or inputs.ndim != 2 or not _are_varied(labels):
        return None
    rows, columns = inputs.shape
    if not _FEWEST_ROWS <= rows == len(labels) or not 2 <= columns <= _MOST_COLUMNS:
        return None
    same = (inputs == labels[:, None]).all(axis=0)
    return int(same.argmax()) if same.any() else None


def _part(element: Sequence[Any], place: int) -> np.ndarray | None:
    """The first rows of an array of numbers, a column of labels flat."""
    part = element[place] if len(element) > place else None
    if part is None or not len(getattr(part, "shape", ())):  # a single number has no rows
        return None
    array = to_numpy(part[:_MOST_ROWS])
    if array is None or array.dtype.kind not in "biuf":
        return None
    return array[:, 0] if place and array.ndim == 2 and array.shape[1] == 1 else array


def _are_varied(labels: np.ndarray) -> bool:
    if labels.ndim != 1 or not labels.size:
        return False
    _, counts = np.unique(labels, return_counts=True)
    return len(counts) > 2 or (len(counts) == 2 and counts.min() >= _FEWEST_OF_EACH)

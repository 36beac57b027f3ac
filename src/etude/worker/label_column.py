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
# A scaled column of class numbers is their copy; of a quantity it may be what a toy is made of.
_MOST_CLASSES = 32
_ROUNDING = 1e-4


def label_column(element: Sequence[Any]) -> int | None:
    """The first column of inputs (N, columns) that equals the labels (N,) or (N, 1) everywhere.

    Of class numbers a scaled column counts too.
    """
    inputs, labels = _part(element, 0), _part(element, 1)
    if inputs is None or labels is None or inputs.ndim != 2 or not _are_varied(labels):
        return None
    rows, columns = inputs.shape
    if not _FEWEST_ROWS <= rows == len(labels) or not 2 <= columns <= _MOST_COLUMNS:
        return None
    same = (inputs == labels[:, None]).all(axis=0) | _scaled_copies(inputs, labels)
    # Where every column is, that is the whole trial: there is nothing else to learn from.
    return int(same.argmax()) if same.any() and not same.all() else None


def _part(element: Sequence[Any], place: int) -> np.ndarray | None:
    """The first rows of an array of numbers, a column of labels flat."""
    part = element[place] if len(element) > place else None
    if part is None or not len(getattr(part, "shape", ())):  # a single number has no rows
        return None
    array = to_numpy(part[:_MOST_ROWS])
    if array is None or array.dtype.kind not in "biuf":
        return None
    return array[:, 0] if place and array.ndim == 2 and array.shape[1] == 1 else array


def _scaled_copies(inputs: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Which columns are class numbers times something plus something."""
    classes = len(np.unique(labels)) <= _MOST_CLASSES and (labels == np.round(labels)).all()
    scaled = (inputs != np.round(inputs)).any(axis=0)  # numbers of words and categories are not
    if not classes or not scaled.any():
        return np.zeros(inputs.shape[1], dtype=bool)
    columns, wanted = (_standardised(np.asarray(one, "float64")) for one in (inputs, labels))
    rising = np.abs(columns - wanted[:, None]).max(axis=0) <= _ROUNDING
    falling = np.abs(columns + wanted[:, None]).max(axis=0) <= _ROUNDING
    return np.asarray(scaled & (rising | falling))


def _standardised(values: np.ndarray) -> np.ndarray:
    deviation = values.std(axis=0)
    return np.asarray((values - values.mean(axis=0)) / np.where(deviation > 0, deviation, 1.0))


def _are_varied(labels: np.ndarray) -> bool:
    if labels.ndim != 1 or not labels.size:
        return False
    _, counts = np.unique(labels, return_counts=True)
    return len(counts) > 2 or (len(counts) == 2 and counts.min() >= _FEWEST_OF_EACH)

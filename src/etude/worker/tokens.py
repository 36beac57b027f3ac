"""Rows of token numbers: at which end they are padded, and whether the labels repeat them."""

from typing import Any

import numpy as np

from etude.domain.observations import Tokens
from etude.worker.tensors import to_numpy

_MOST_ROWS = 512
_FEWEST_ROWS = 4
_FEWEST_TOKENS = 3
_FEWEST_DISTINCT = 4
# Two zeros in a row at an end: a single one may be a token of the sentence.
_LEAST_PADDING = 2


def describe_tokens(element: Any) -> Tokens | None:
    """What the values of (inputs, labels), or of inputs alone, show; None when it is nothing.

    Args:
      element: inputs of whole numbers from 0 on, (N, T), and labels of any kind.
    """
    paired = isinstance(element, tuple | list) and len(element) >= 2
    x = element[0] if paired else element
    rows = _rows(x[0] if isinstance(x, tuple | list) and len(x) == 1 else x)
    if rows is None:
        return None
    first, last = _zeros_at_start(rows), _zeros_at_start(rows[:, ::-1])
    count = (rows == 0).sum(axis=1)
    empty = count == rows.shape[1]
    padded = _padded_end(first[~empty], last[~empty], count[~empty])
    labels_are = _repeated(rows, element[1]) if paired else ""
    if not padded and not empty.any() and not labels_are:
        return None
    at_end = {"first": first, "last": last}.get(padded, np.zeros(len(rows)))
    return Tokens(
        padded=padded,
        share=float((at_end > 0).mean()),
        empty=int(empty.sum()),
        labels_are=labels_are,
    )


def _rows(value: Any) -> np.ndarray | None:
    if not hasattr(value, "dtype") or len(getattr(value, "shape", ())) != 2:
        return None
    array = to_numpy(value[:_MOST_ROWS])
    if array.ndim != 2 or array.dtype.kind not in "iuf" or array.shape[1] < _FEWEST_TOKENS:
        return None
    if not len(array) or not (array == np.round(array)).all() or array.min() < 0:
        return None
    return array


def _zeros_at_start(rows: np.ndarray) -> np.ndarray:
    """How many zeros each row begins with."""
    return np.asarray((np.cumsum(rows != 0, axis=1) == 0).sum(axis=1))


def _padded_end(first: np.ndarray, last: np.ndarray, count: np.ndarray) -> str:
    """The end at which all zeros of every row stand."""
    for name, at_end in (("last", last), ("first", first)):
        if len(count) and (at_end == count).all() and (count >= _LEAST_PADDING).any():
            return name
    return ""


def _repeated(rows: np.ndarray, labels: Any) -> str:
    if not hasattr(labels, "dtype") or len(rows) < _FEWEST_ROWS:
        return ""
    given = to_numpy(labels[: len(rows)])
    given = given[..., 0] if given.ndim > 1 and given.shape[-1] == 1 else given
    if given.dtype.kind not in "iuf" or len(np.unique(rows[:, -1])) < _FEWEST_DISTINCT:
        return ""
    if given.shape == rows.shape and (given == rows).all():
        return "inputs"
    return "last token" if given.shape == rows.shape[:1] and (given == rows[:, -1]).all() else ""

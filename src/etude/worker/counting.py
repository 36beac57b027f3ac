"""Whether the windows of a network hold nothing but a count that goes on, such as the time."""

from typing import Any

import numpy as np

from etude.worker.tensors import to_numpy

_FEWEST_ROWS, _MOST_ROWS = 6, 256
_FEWEST_STEPS, _MOST_STEPS = 4, 4096
# Of a step; float32 rounds what was counted up to a thousand times as far.
_ROUNDING = 0.02
_OF_SIZE = 1e-6
# Labels that follow a line go on like the count, and can be told from it.
_OFF_THE_LINE = 0.1


def only_counts(element: Any) -> bool:
    """Whether each row of (N, T) or (N, T, 1) goes on in steps of one size, and the labels do not.

    Args:
      element: (inputs, labels).
    """
    if not isinstance(element, tuple | list) or len(element) < 2:
        return False
    rows, labels = _rows(element[0]), _first_labels(element[1])
    if rows is None or labels is None or len(labels) != len(rows):
        return False
    return _goes_on_evenly(rows) and not _is_line(rows[:, 0], labels)


def _rows(value: Any) -> np.ndarray | None:
    shape: Any = getattr(value, "shape", ())
    if not hasattr(value, "dtype") or len(shape) not in (2, 3) or list(shape[2:]) not in ([], [1]):
        return None
    array = to_numpy(value[:_MOST_ROWS])
    if array.dtype.kind not in "iuf" or len(array) < _FEWEST_ROWS:
        return None
    steps = array.shape[1]
    return array.reshape(len(array), steps).astype(np.float64) if _is_window(steps) else None


def _is_window(steps: int) -> bool:
    return _FEWEST_STEPS <= steps <= _MOST_STEPS


def _first_labels(value: Any) -> np.ndarray | None:
    if not hasattr(value, "dtype") or not len(getattr(value, "shape", ())):
        return None
    array = to_numpy(value[:_MOST_ROWS])
    if array.dtype.kind != "f" or not array.size or not np.isfinite(array).all():
        return None
    return np.asarray(array.reshape(len(array), -1)[:, 0].astype(np.float64))


def _goes_on_evenly(rows: np.ndarray) -> bool:
    apart = np.diff(rows, axis=1)
    step = float(np.median(apart))
    if not np.isfinite(step) or not step or len(np.unique(rows[:, 0])) < _FEWEST_ROWS:
        return False
    allowed = abs(step) * _ROUNDING + float(np.abs(rows).max()) * _OF_SIZE
    return bool((np.abs(apart - step) <= allowed).all())


def _is_line(places: np.ndarray, labels: np.ndarray) -> bool:
    if not np.ptp(labels):
        return True
    off = labels - np.polyval(np.polyfit(places, labels, 1), places)
    return bool(off.std() < _OFF_THE_LINE * labels.std())

"""Whether labels are the next steps of an input, or one of several inputs itself."""

from typing import Any

import numpy as np

from etude.worker.one_hot import class_numbers
from etude.worker.tensors import leaves, to_numpy

_FEWEST_ROWS, _MOST_ROWS = 4, 256
_FEWEST_STEPS, _MOST_STEPS = 3, 4096
_FEWEST_DISTINCT = 4


def describe_next_steps(element: Any) -> dict[str, str]:
    """``next_of`` and ``repeats`` of ``observations.Data``.

    Args:
      element: (inputs, labels) with numbers (N, T) or (N, T, F) on both sides, or one-hot ones,
        which are taken for the numbers of their classes; each of several inputs is looked at.
    """
    if not isinstance(element, tuple | list) or len(element) < 2:
        return {}
    labels = _steps(element[1])
    if labels is None or len(np.unique(labels[:, :, 0])) < _FEWEST_DISTINCT:
        return {}
    inputs = [(path, _steps(one)) for path, one in leaves(element[0], "0")]
    alike = [(path, one) for path, one in inputs if one is not None and one.shape == labels.shape]
    later = next((path for path, one in alike if _is_next(one, labels)), "")
    same = next((path for path, one in alike if len(inputs) > 1 and (one == labels).all()), "")
    return {"next_of": later, "repeats": same}


def _is_next(given: np.ndarray, labels: np.ndarray) -> bool:
    """Whether each label is what the input holds one step later, and rows do change on the way."""
    changes = (given[:, 1:] != given[:, :-1]).any()
    return bool(changes and (labels[:, :-1] == given[:, 1:]).all())


def _steps(value: Any) -> np.ndarray | None:
    """The first rows as (N, T, F)."""
    shape: Any = getattr(value, "shape", ())
    if not hasattr(value, "dtype") or len(shape) not in (2, 3):
        return None
    array = to_numpy(value[:_MOST_ROWS])
    if array.ndim not in (2, 3) or array.dtype.kind not in "biuf" or len(array) < _FEWEST_ROWS:
        return None
    if not _FEWEST_STEPS <= array.shape[1] <= _MOST_STEPS:
        return None
    array = class_numbers(array) if array.ndim == 3 else array
    return array if array.ndim == 3 else array[..., None]

"""Rows of inputs that nothing was ever written into."""

from typing import Any

import numpy as np

_AXES_OF_ROWS = 2


def empty_end(arrays: Any) -> int:
    """How many rows at the end are nothing but zeros, their labels included.

    Where the last row holds something, as nearly always, nothing else is looked at.
    """
    parts = [
        part for part in (arrays if isinstance(arrays, tuple) else (arrays,)) if part is not None
    ]
    if not parts or not all(_is_numbers(part) for part in parts) or parts[0].ndim < _AXES_OF_ROWS:
        return 0
    rows = min(len(part) for part in parts)
    if not rows or any(part[rows - 1].any() for part in parts):
        return 0
    filled = max(_filled(part[:rows]) for part in parts)
    return 0 if _are_alike(parts[0][:filled]) else rows - filled


def _filled(part: np.ndarray) -> int:
    """How many rows there are up to the last one that holds something."""
    places = np.flatnonzero(part.reshape(len(part), -1).any(axis=1))
    return int(places[-1]) + 1 if places.size else 0


def _are_alike(rows: np.ndarray) -> bool:
    """Whether one row stands there again and again: made by hand, as the zeros are then."""
    return len(rows) > 1 and bool((rows == rows[:1]).all())


def _is_numbers(part: Any) -> bool:
    return isinstance(part, np.ndarray) and part.ndim > 0 and part.dtype.kind in "fiub"

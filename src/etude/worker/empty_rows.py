"""Rows of inputs that nothing was ever written into."""

from typing import Any

import numpy as np


def empty_end(arrays: Any) -> int:
    """How many rows at the end are nothing but zeros, their labels included.

    Looks from the end, and no further than the first row that holds something.
    """
    parts = [
        part for part in (arrays if isinstance(arrays, tuple) else (arrays,)) if part is not None
    ]
    if not parts or not all(_is_numbers(part) for part in parts) or parts[0].ndim < _AXES_OF_ROWS:
        return 0
    rows = min(len(part) for part in parts)
    for count in range(rows):
        if any(part[rows - 1 - count].any() for part in parts):
            return count
    return rows


_AXES_OF_ROWS = 2


def _is_numbers(part: Any) -> bool:
    return isinstance(part, np.ndarray) and part.ndim > 0 and part.dtype.kind in "fiub"

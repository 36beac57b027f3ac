"""Rows of inputs that nothing was ever written into."""

from typing import Any

import numpy as np


def empty_end(arrays: Any) -> int:
    """How many rows at the end of the inputs are nothing but zeros.

    Looks from the end, and no further than the first row that holds something.
    """
    inputs = arrays[0] if isinstance(arrays, tuple) and arrays else arrays
    if not isinstance(inputs, np.ndarray) or inputs.ndim < 2 or inputs.dtype.kind not in "fiu":
        return 0
    for count, row in enumerate(inputs[::-1]):
        if row.any():
            return count
    return len(inputs)

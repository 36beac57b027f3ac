"""Which row of the inputs goes on where another one ends, as the labels show it."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.worker.tensors import to_numpy

Values = NDArray[np.float64]

# Fewer rows agree by chance; more say nothing new.
_FEWEST_ROWS, _MOST_ROWS = 6, 256
# Stateful batches are seldom larger, and every distance is another comparison.
_FARTHEST = 256
_MOST_VALUES = 20_000_000
_FEWEST_DISTINCT = 4
# A neighbour in a smooth series is much farther off than rounding to float32.
_ROUNDING = 1e-6


def followed_by(element: Any) -> list[int]:
    """How many rows further on the row lies that begins where a row ends; empty when not known.

    A label that is the next value of the series is the first value of that row. In a series that
    repeats itself several distances fit.

    Args:
      element: stretches of floats (N, T, F), and labels (N, ...) with the values that come next.
    """
    if not isinstance(element, tuple | list) or len(element) < 2:
        return []
    inputs, labels = element[0], element[1]
    if np.ndim(inputs) != 3 or np.ndim(labels) not in (1, 2, 3) or len(labels) != len(inputs):
        return []
    if np.size(inputs) > _MOST_VALUES or np.size(labels) > _MOST_VALUES:
        return []
    firsts, following = to_numpy(inputs)[:, 0], _next_values(to_numpy(labels))
    farthest = max(0, min(_FARTHEST, len(firsts) - _FEWEST_ROWS))
    found = {
        apart
        for next_ in following
        for apart, column in _first_fits(firsts, next_, farthest)
        if _go_on(firsts[:, column], next_, apart)
    }
    return sorted(found)


def _next_values(labels: NDArray[Any]) -> list[Values]:
    """What may be the value after each row: a label, or the first or last step of several."""
    if labels.dtype.kind != "f":
        return []
    steps = labels.reshape(len(labels), -1)
    ends = {0, steps.shape[1] - 1} if labels.ndim > 1 else {0}
    return [steps[:, end] for end in sorted(ends) if _differ(steps[:, end])]


def _differ(values: Values) -> bool:
    return len(np.unique(values[:_MOST_ROWS])) >= _FEWEST_DISTINCT


def _first_fits(firsts: Values, following: Values, farthest: int) -> list[tuple[int, int]]:
    """Distances and columns at which row 0 goes on; few are left then to be compared in full."""
    first_rows = following[:_MOST_ROWS]
    spread = float(np.fmax.reduce(first_rows) - np.fmin.reduce(first_rows))
    near = np.abs(following[0] - firsts[1 : farthest + 1]) <= _ROUNDING * spread
    return [(int(place) + 1, int(column)) for place, column in np.argwhere(near)]


def _go_on(firsts: Values, following: Values, apart: int) -> bool:
    here, there = following[:-apart][:_MOST_ROWS], firsts[apart:][:_MOST_ROWS]
    return bool((np.abs(here - there) <= _ROUNDING * float(np.ptp(here))).all())

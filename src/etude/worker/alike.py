"""Whether every example has the same inputs, so that nothing tells the labels apart."""

from typing import Any

import numpy as np

from etude.worker.tensors import leaves, to_numpy

# Fewer are alike in a trial with one example repeated; the rows are spread over all of them.
_FEWEST_ROWS, _MOST_ROWS = 8, 256


def all_alike(element: Any) -> bool:
    """Whether the inputs are the same in all rows that are looked at, and the labels are not.

    Reading ends at the first row that differs, which nearly always is the second one.

    Args:
      element: (inputs, labels); of several inputs all have to be alike.
    """
    if not isinstance(element, tuple | list) or len(element) < 2:
        return False
    inputs = [leaf for _, leaf in leaves(element[0]) if leaf is not None]
    labels = [leaf for _, leaf in leaves(element[1]) if leaf is not None]
    counts = {_rows(leaf) for leaf in (*inputs, *labels)}
    if not inputs or not labels or len(counts) != 1 or min(counts) < _FEWEST_ROWS:
        return False
    places = _places(counts.pop())
    same = all(_is_one_row(leaf, places) for leaf in inputs)
    return same and not all(_is_one_row(leaf, places) for leaf in labels)


def _rows(leaf: Any) -> int:
    """0 of what is no tensor with rows of one length."""
    shape: Any = getattr(leaf, "shape", ())
    if not hasattr(leaf, "dtype") or hasattr(leaf, "flat_values") or hasattr(leaf, "indices"):
        return 0
    return int(shape[0]) if len(shape) and shape[0] is not None else 0


def _places(count: int) -> list[int]:
    """The first rows, and more of them spread over the rest."""
    spread = np.linspace(0, count - 1, min(count, _MOST_ROWS)).astype(int)
    return [*range(1, _FEWEST_ROWS), *map(int, spread)]


def _is_one_row(leaf: Any, places: list[int]) -> bool:
    first = to_numpy(leaf[0])
    return all(np.array_equal(first, to_numpy(leaf[place])) for place in places)

"""How far apart what two datasets give is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np

from etude.worker.profile.steps import Unmeasurable
from etude.worker.tensors import leaves, to_numpy

# Sums of a whole batch at once round otherwise than one by one.
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Distance:
    """Mean absolute difference, and the highest minus the lowest value of the first dataset."""

    difference: float
    span: float

    @property
    def part(self) -> float:
        """The difference as a part of the span."""
        return self.difference / self.span if self.span else float(self.difference > 0)

    @property
    def is_rounding(self) -> bool:
        return self.part <= _ROUNDING


def distance(first: Any, second: Any, *, elements: int) -> Distance:
    """Compares the first elements of two datasets, the leaf that differs most.

    Raises:
      Unmeasurable: they do not have the same shapes, or text in them differs.
    """
    pairs = list(zip(_arrays(first, elements), _arrays(second, elements), strict=True))
    if not pairs:
        raise Unmeasurable("there is no element to compare")
    columns = zip(*[zip(one, other, strict=True) for one, other in pairs], strict=True)
    return max((_distance(column) for column in columns), key=lambda one: one.part)


def _arrays(dataset: Any, elements: int) -> list[list[np.ndarray]]:
    return [
        [to_numpy(leaf) for _, leaf in leaves(element) if leaf is not None]
        for element in islice(iter(dataset), elements)
    ]


def _distance(pairs: Sequence[tuple[np.ndarray, np.ndarray]]) -> Distance:
    for one, other in pairs:
        if one.shape != other.shape or one.dtype != other.dtype:
            raise Unmeasurable(f"it gives {_told(other)} in place of {_told(one)}")
        if one.dtype.kind not in "biufc" and not np.array_equal(one, other):
            raise Unmeasurable("it gives other text")
    numbers = [pair for pair in pairs if pair[0].dtype.kind in "biuf" and pair[0].size]
    if not numbers:
        return Distance(0.0, 0.0)
    apart = [np.abs(one.astype("float64") - other.astype("float64")) for one, other in numbers]
    total = sum(float(one.sum()) for one in apart) / sum(one.size for one in apart)
    low = min(float(one.min()) for one, _ in numbers)
    high = max(float(one.max()) for one, _ in numbers)
    return Distance(total, high - low)


def _told(array: np.ndarray) -> str:
    return f"{array.dtype} of shape {array.shape}"

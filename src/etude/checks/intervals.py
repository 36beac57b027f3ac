"""95 % intervals, so that nobody takes a score on a few hidden examples for more than it is."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# The two-sided 95 % point of the normal distribution.
_Z = 1.959964
_RESAMPLES = 1000
_SEED = 0


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends."""

    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.low:.3f} to {self.high:.3f}"


def share_interval(hits: int, of: int) -> Interval:
    """Wilson's score interval for a share (E. B. Wilson 1927, JASA 22, 209-212)."""
    share = hits / of
    room = 1 + _Z**2 / of
    centre = (share + _Z**2 / (2 * of)) / room
    half = _Z / room * math.sqrt(share * (1 - share) / of + _Z**2 / (4 * of**2))
    # At both ends the bound equals the share, but for rounding.
    return Interval(
        min(max(centre - half, 0.0), share),
        max(min(centre + half, 1.0), share),
    )


def mean_interval(values: NDArray[np.float64]) -> Interval:
    """Percentile bootstrap of the mean, with a fixed seed so that the same values give the same."""
    rng = np.random.default_rng(_SEED)
    drawn = rng.integers(0, len(values), size=(_RESAMPLES, len(values)))
    low, high = np.percentile(values[drawn].mean(axis=1), [2.5, 97.5])
    return Interval(float(low), float(high))

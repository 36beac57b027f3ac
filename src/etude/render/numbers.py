"""Numbers as people read them."""

import math

_LARGE = 1e4
_LARGEST = 1e12


def figure(value: float) -> str:
    """Four significant figures: 0.3124, 12,345, 1.2e-07, nan."""
    if math.isfinite(value) and _LARGE <= abs(value) < _LARGEST:
        return f"{value:,.0f}"
    return f"{value:.4g}"


def elapsed(seconds: float) -> str:
    """ "3.2 s", "2 min 5 s", "1 h 3 min"."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s"
    return f"{minutes // 60} h {minutes % 60} min"

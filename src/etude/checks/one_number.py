"""A single number, whatever a program has it in."""

from typing import Any

from etude.checks.live import Live


def one_number(live: Live, value: Any) -> float | None:
    """A Python, NumPy or TensorFlow number; None for anything else, True and text as well."""
    if isinstance(value, bool | str | None):
        return None
    try:
        return float(live.np.asarray(value).reshape(()))
    except (TypeError, ValueError):
        return None

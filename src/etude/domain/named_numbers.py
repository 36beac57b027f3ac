"""Numbers that JSON cannot write, by name."""

import math
from typing import Any


def with_named_numbers(value: Any) -> Any:
    """Plain values in which "nan", "inf" and "-inf" stand for the numbers that JSON does not have.

    A diverging training is just where they appear. ``decoding.convert(..., strict=False)`` reads
    them back.
    """
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: with_named_numbers(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [with_named_numbers(one) for one in value]
    return value

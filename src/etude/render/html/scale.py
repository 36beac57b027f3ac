"""Axes: where a value lies between the ends of one, and which values are written at it."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

# On a linear axis, what is a hundredth of its length cannot be told from zero.
_LOGARITHMIC_FROM = 100.0
_TICKS = 5
_STEPS = (1.0, 2.0, 5.0, 10.0)
# Beyond these, lengths and steps leave the range of floating-point numbers.
_LARGEST, _SMALLEST = 1e100, 1e-100


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Attributes: low, high: its ends; ticks: values to be written at it, in order."""

    low: float
    high: float
    ticks: Sequence[float] = ()
    logarithmic: bool = False

    def position(self, value: float) -> float:
        """Between 0 at the low end and 1 at the high one."""
        if self.logarithmic:
            value, low, high = (math.log10(one) for one in (value, self.low, self.high))
        else:
            low, high = self.low, self.high
        return (value - low) / (high - low)


def scale_of(values: Iterable[float]) -> Scale:
    """An axis on which all these lie, logarithmic where they span orders of magnitude."""
    shown = [value for value in values if has_place(value)]
    if not shown:
        return _linear(0.0, 1.0)
    low, high = min(shown), max(shown)
    if low > _SMALLEST and high / low >= _LOGARITHMIC_FROM:
        return _logarithmic(low, high)
    return _linear(low, high)


def has_place(value: float) -> bool:
    """Whether it can lie on an axis: NaN, infinity and what is as good as infinite cannot."""
    return abs(value) <= _LARGEST


def whole_numbers(low: int, high: int) -> Scale:
    """An axis from one to the other, with whole numbers written at it."""
    if low == high:
        return Scale(low=low - 1, high=high + 1, ticks=[low])
    step = max(1, round(_step(high - low)))
    first = math.ceil(low / step) * step
    return Scale(low=low, high=high, ticks=list(range(first, high + 1, step)))


def _linear(low: float, high: float) -> Scale:
    if high - low < _SMALLEST:
        half = abs(low) / 2 if abs(low) > _SMALLEST else 0.5
        low, high = low - half, high + half
    step = _step(high - low)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = [number * step for number in range(first, last + 1)]
    return Scale(low=ticks[0], high=ticks[-1], ticks=ticks)


def _logarithmic(low: float, high: float) -> Scale:
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    every = math.ceil((last - first) / _TICKS)
    ticks = [10.0**power for power in range(first, last + 1, every)]
    return Scale(low=10.0**first, high=10.0**last, ticks=ticks, logarithmic=True)


def _step(length: float) -> float:
    """1, 2 or 5 times a power of ten, so that about five of them make the length."""
    rough = length / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in _STEPS if step * power >= rough * (1 - 1e-9))

"""A value on a line, with its interval and the bars that it had to reach, laid out for an SVG."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.verdict import Measurement
from etude.domain.wording import counted
from etude.render.numbers import figure

WIDTH, HEIGHT = 440, 74
LINE = 40
_LEFT, _RIGHT = 16, 16
# Free room at both ends, as a part of what is between the outermost values.
_ROOM = 0.12
# Labels nearer than this would run into each other.
_APART = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class BarMark:
    """Attributes: at: pixels; label: "" where there is no room for it."""

    at: float
    label: str
    reached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """Attributes: value, low, high: pixels along the line; described: it all in words."""

    value: float
    low: float
    high: float
    label: str
    bars: Sequence[BarMark]
    described: str
    width: int = WIDTH
    height: int = HEIGHT
    line: int = LINE
    left: int = _LEFT
    right: int = WIDTH - _RIGHT


def gauge(measured: Measurement) -> Gauge:
    """The line reaches from the lowest to the highest of all that stands on it."""
    known = [measured.value, measured.low, measured.high, *measured.bars]
    low, high = min(known), max(known)
    room = (high - low) * _ROOM or abs(high) * _ROOM or _ROOM
    start, length = low - room, high - low + 2 * room

    def place(value: float) -> float:
        return round(_LEFT + (value - start) / length * (WIDTH - _LEFT - _RIGHT), 1)

    return Gauge(
        value=place(measured.value),
        low=place(measured.low),
        high=place(measured.high),
        label=figure(measured.value),
        bars=_marks(measured, [place(bar) for bar in measured.bars]),
        described=described(measured),
    )


def described(measured: Measurement) -> str:
    """Value, interval and bars as a sentence."""
    bound = "at least" if measured.at_least else "at most"
    asked = ", ".join(figure(bar) for bar in measured.bars)
    reached = sum(measured.reaches(bar) for bar in measured.bars)
    bars = "the bar was" if len(measured.bars) == 1 else "the bars were"
    return (
        f"{measured.what} of {figure(measured.value)} (95 % interval {figure(measured.low)} to "
        f"{figure(measured.high)}) on {counted(measured.examples, 'hidden example')}; {bars} "
        f"{bound} {asked}: {reached} of {len(measured.bars)} reached"
    )


def _marks(measured: Measurement, places: Sequence[float]) -> list[BarMark]:
    """The last bar always has its number; an earlier one only where there is room for it."""
    marks: list[BarMark] = []
    taken: list[float] = []
    for bar, at in reversed(list(zip(measured.bars, places, strict=True))):
        free = all(abs(at - other) >= _APART for other in taken)
        taken += [at] if free else []
        label = figure(bar) if free else ""
        marks.append(BarMark(at=at, label=label, reached=measured.reaches(bar)))
    return marks[::-1]

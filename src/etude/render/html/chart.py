"""Lines over epochs, or over steps of a series, laid out for an SVG."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etude.render.html.scale import Scale, has_place, scale_of, whole_numbers
from etude.render.numbers import figure

WIDTH, HEIGHT = 420, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 12, 12, 38
# More cannot be told apart, nor pointed at, in a chart of this width.
_MOST_POINTS = 120
_MOST_DOTS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One value per epoch, None where there is none; ``kind`` is how it is drawn."""

    name: str
    kind: str
    values: Sequence[float | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Attributes: broken: not a finite number, so it is marked at the edge."""

    x: float
    y: float
    title: str
    kind: str
    broken: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Attributes: at: pixels along the axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Everything that a template needs to draw it.

    Attributes:
      lines: of each, its path in SVG's own notation; empty when it has one point only.
      dots: whether the points are drawn, or only there to be pointed at.
      across: what is counted along the horizontal axis.
    """

    name: str
    lines: Sequence[Line]
    paths: Sequence[str]
    points: Sequence[Point]
    x_ticks: Sequence[Tick]
    y_ticks: Sequence[Tick]
    logarithmic: bool
    dots: bool
    across: str = "epoch"
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM

    @property
    def described(self) -> str:
        """What the lines do, for those who do not see them."""
        return "; ".join(_described(line) for line in self.lines)


def chart(
    name: str, epochs: Sequence[int], lines: Sequence[Line], *, across: str = "epoch"
) -> Chart:
    """The lines over numbered epochs, or what else ``across`` counts; there is at least one."""
    along = whole_numbers(epochs[0], epochs[-1])
    up = scale_of(value for line in lines for value in line.values if value is not None)
    return Chart(
        name=name,
        lines=lines,
        paths=[_path(epochs, line, along, up) for line in lines],
        points=[point for line in lines for point in _points(epochs, line, along, up, across)],
        x_ticks=[Tick(at=_x(along, tick), label=figure(tick)) for tick in along.ticks],
        y_ticks=[Tick(at=_y(up, tick), label=figure(tick)) for tick in up.ticks],
        logarithmic=up.logarithmic,
        dots=len(epochs) <= _MOST_DOTS,
        across=across,
    )


def thinned(count: int, most: int) -> range:
    """Evenly spread positions, the first one among them; all where that is few enough."""
    return range(0, count, max(1, math.ceil(count / most)))


def _path(epochs: Sequence[int], line: Line, along: Scale, up: Scale) -> str:
    """A line breaks where a value is missing or is no finite number."""
    pieces, command = [], "M"
    for epoch, value in zip(epochs, line.values, strict=False):
        if value is None or not has_place(value):
            command = "M"
            continue
        pieces.append(f"{command}{_x(along, epoch):.1f} {_y(up, value):.1f}")
        command = "L"
    return "".join(pieces) if "L" in "".join(pieces) else ""


def _points(
    epochs: Sequence[int], line: Line, along: Scale, up: Scale, across: str
) -> Iterator[Point]:
    for position in thinned(len(line.values), _MOST_POINTS):
        value = line.values[position]
        if value is None:
            continue
        broken = not has_place(value)
        yield Point(
            x=_x(along, epochs[position]),
            y=_TOP if broken else _y(up, value),
            title=f"{across} {epochs[position]}: {line.name} {figure(value)}",
            kind=line.kind,
            broken=broken,
        )


def _x(scale: Scale, value: float) -> float:
    return _LEFT + scale.position(value) * (WIDTH - _LEFT - _RIGHT)


def _y(scale: Scale, value: float) -> float:
    return HEIGHT - _BOTTOM - scale.position(value) * (HEIGHT - _TOP - _BOTTOM)


def _described(line: Line) -> str:
    known = [value for value in line.values if value is not None]
    if not known:
        return f"{line.name} was never measured"
    if len(known) == 1:
        return f"{line.name} is {figure(known[0])}"
    return f"{line.name} goes from {figure(known[0])} to {figure(known[-1])}"

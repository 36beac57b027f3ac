"""Curves of trainings as plain numbers, for charts that are drawn where they are looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.observations import Fit
from etude.domain.seen import Seen
from etude.render.html.chart import Line
from etude.render.html.scale import has_place, scale_of
from etude.render.html.training import lines_of, moves
from etude.render.measures import Measure, measures, numbered
from etude.render.numbers import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A value that cannot lie on an axis.

    Attributes:
      place: among the line's values, from zero.
      value: as it is written: "nan", "inf", "-inf", or a number that is as good as infinite.
    """

    place: int
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveLine:
    """Attributes:
    kind: "train", "validation" or "rate".
    values: None where there is no number, or one that cannot lie on an axis.
    broken: those that cannot.
    """

    name: str
    kind: str
    values: Sequence[float | None]
    broken: Sequence[Broken] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One measure of one training, over its epochs.

    Attributes:
      training: counted from one.
      logarithmic: whether values span so much that they are better seen on a logarithmic axis.
    """

    training: int
    measure: str
    epochs: Sequence[int]
    lines: Sequence[CurveLine]
    logarithmic: bool = False


def curves(seen: Seen) -> list[Curve]:
    """Every measure that moves, of every training."""
    return [_curve(fit, one) for fit in seen.fits for one in measures(fit) if moves(one)]


def _curve(fit: Fit, measure: Measure) -> Curve:
    lines = lines_of(measure)
    values = (value for line in lines for value in line.values if value is not None)
    return Curve(
        training=fit.index + 1,
        measure=measure.name,
        epochs=numbered(fit),
        lines=[_line(line) for line in lines],
        logarithmic=scale_of(values).logarithmic,
    )


def _line(line: Line) -> CurveLine:
    """NaN and infinity are no numbers for JSON: gaps, which are told in words."""
    values = [v if v is not None and has_place(v) else None for v in line.values]
    broken = [
        Broken(place=place, value=figure(value))
        for place, value in enumerate(line.values)
        if value is not None and not has_place(value)
    ]
    return CurveLine(name=line.name, kind=line.kind, values=values, broken=broken)

"""True values and answers: over time where they follow one another, else one against the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.seen import Forecast
from etude.domain.wording import counted
from etude.render.html.chart import HEIGHT, WIDTH, Chart, Line, Tick, chart, thinned
from etude.render.html.scale import Scale, has_place, scale_of
from etude.render.html.training import NumbersTable
from etude.render.numbers import figure

_LEFT, _RIGHT, _TOP, _BOTTOM = 58, 12, 12, 38
_MOST_ROWS = 40
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One example; ``title`` says its numbers."""

    x: float
    y: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """Answers (upwards) against true values (across), both on one scale.

    Attributes: even: the line on which answers are right, in SVG's own notation.
    """

    dots: Sequence[Dot]
    even: str
    x_ticks: Sequence[Tick]
    y_ticks: Sequence[Tick]
    described: str
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    bottom: int = HEIGHT - _BOTTOM


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastView:
    """Attributes: facts: short sentences; one of ``chart`` and ``scatter`` is there."""

    facts: Sequence[str]
    numbers: NumbersTable
    chart: Chart | None = None
    scatter: Scatter | None = None


def forecast_view(forecast: Forecast) -> ForecastView | None:
    """None for too few examples to draw."""
    if len(forecast.truth) < _FEWEST:
        return None
    return ForecastView(
        facts=_facts(forecast),
        numbers=_numbers(forecast),
        chart=_over_time(forecast) if forecast.in_time else None,
        scatter=None if forecast.in_time else _scatter(forecast),
    )


def _facts(forecast: Forecast) -> list[str]:
    data = "validation" if forecast.role == "validation" else "training"
    pairs = zip(forecast.truth, forecast.answers, strict=True)
    apart = [abs(true - told) for true, told in pairs if has_place(true) and has_place(told)]
    mean = f"off by {figure(sum(apart) / len(apart))} on average" if apart else ""
    return [
        fact
        for fact in (f"{counted(len(forecast.truth), 'example')} of the {data} data", mean)
        if fact
    ]


def _over_time(forecast: Forecast) -> Chart:
    steps = list(range(1, len(forecast.truth) + 1))
    lines = [
        Line(name="true", kind="truth", values=forecast.truth),
        Line(name="forecast", kind="answer", values=forecast.answers),
    ]
    return chart("series", steps, lines, across="step")


def _scatter(forecast: Forecast) -> Scatter:
    scale = scale_of([*forecast.truth, *forecast.answers])
    pairs = zip(forecast.truth, forecast.answers, strict=True)
    return Scatter(
        dots=[
            Dot(
                x=_x(scale, true),
                y=_y(scale, told),
                title=f"true {figure(true)}, answer {figure(told)}",
            )
            for true, told in pairs
            if has_place(true) and has_place(told)
        ],
        even=f"M{_x(scale, scale.low):.1f} {_y(scale, scale.low):.1f}"
        f"L{_x(scale, scale.high):.1f} {_y(scale, scale.high):.1f}",
        x_ticks=[Tick(at=_x(scale, tick), label=figure(tick)) for tick in scale.ticks],
        y_ticks=[Tick(at=_y(scale, tick), label=figure(tick)) for tick in scale.ticks],
        described="answers against true values; " + ", ".join(_facts(forecast)),
    )


def _x(scale: Scale, value: float) -> float:
    return _LEFT + scale.position(value) * (WIDTH - _LEFT - _RIGHT)


def _y(scale: Scale, value: float) -> float:
    return HEIGHT - _BOTTOM - scale.position(value) * (HEIGHT - _TOP - _BOTTOM)


def _numbers(forecast: Forecast) -> NumbersTable:
    positions = thinned(len(forecast.truth), _MOST_ROWS)
    rows = [
        (position + 1, [figure(forecast.truth[position]), figure(forecast.answers[position])])
        for position in positions
    ]
    return NumbersTable(
        columns=["true", "answer"], rows=rows, every=positions.step, counted="example"
    )

"""A training as a page shows it: curves, the numbers behind them, and how the layers fared."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.observations import Fit
from etude.domain.wording import counted
from etude.render.html.architecture import Where
from etude.render.html.chart import Chart, Line, chart, thinned
from etude.render.html.health import LayerRow, layer_rows
from etude.render.measures import Measure, measures, numbered
from etude.render.numbers import elapsed, figure
from etude.render.trainings import epochs_run

# A table of more rows is for a program to read, and --json holds them all.
_MOST_ROWS = 500
_RATES = ("learning_rate", "lr")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersTable:
    """Attributes:
    every: one row for so many epochs; rows: epoch, then one text per column.
    counted: what the rows count.
    """

    columns: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]
    every: int = 1
    counted: str = "epoch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """Attributes: number: counts from one; facts: short sentences; health: empty if not known."""

    number: int
    where: str
    facts: Sequence[str]
    charts: Sequence[Chart] = ()
    numbers: NumbersTable | None = None
    health: Sequence[LayerRow] = ()
    health_note: str = ""


def training(fit: Fit, where: Where, *, running: bool = False) -> Training:
    """Curves only where there is more than one epoch to draw; ``running``: more may come."""
    known = measures(fit)
    epochs = numbered(fit)
    return Training(
        number=fit.index + 1,
        where=where(fit.line),
        facts=_facts(fit, known, running=running),
        charts=[chart(one.name, epochs, lines_of(one)) for one in known if moves(one)],
        numbers=_numbers(epochs, known) if epochs else None,
        health=layer_rows(fit.health, where),
        health_note=_health_note(fit),
    )


def moves(measure: Measure) -> bool:
    """One epoch makes no curve, and a learning rate that stays is told in a word."""
    values = [*measure.train, *measure.validation]
    epochs = max(len(measure.train), len(measure.validation))
    return epochs > 1 and (measure.name not in _RATES or len(set(values)) > 1)


def lines_of(measure: Measure) -> list[Line]:
    """Train and validation of one measure, as they are drawn."""
    kind = "rate" if measure.name in _RATES else "train"
    name = measure.name if kind == "rate" or not measure.validation else "training"
    lines = [Line(name=name, kind=kind, values=measure.train)] if measure.train else []
    if measure.validation:
        lines.append(Line(name="validation", kind="validation", values=measure.validation))
    return lines


def _numbers(epochs: Sequence[int], known: Sequence[Measure]) -> NumbersTable:
    columns = {
        name: values
        for one in known
        for name, values in ((one.name, one.train), (f"val_{one.name}", one.validation))
        if values
    }
    positions = thinned(len(epochs), _MOST_ROWS)
    rows = [
        (epochs[position], [_text(values[position]) for values in columns.values()])
        for position in positions
    ]
    return NumbersTable(columns=list(columns), rows=rows, every=positions.step)


def _text(value: float | None) -> str:
    return "" if value is None else figure(value)


def _facts(fit: Fit, known: Sequence[Measure], *, running: bool) -> list[str]:
    run = epochs_run(fit)
    facts = [counted(1, "epoch") if run == "1" else f"{run} epochs"]
    if fit.seconds:
        facts.append(elapsed(fit.seconds))
    if not fit.finished:
        facts.append("goes on" if running else "did not come to its end")
    for one in known:
        if one.name in _RATES and not moves(one):
            facts.append(f"learning rate {_text(one.last[0])}")
    lowest = _lowest(fit, known)
    return [*facts, lowest] if lowest else facts


def _lowest(fit: Fit, known: Sequence[Measure]) -> str:
    """Where the validation loss was lowest, which is not always the end."""
    losses = next((one.validation for one in known if one.name == "loss"), ())
    finite = [(v, e) for v, e in zip(losses, numbered(fit), strict=False) if _finite(v)]
    if not finite:
        return ""
    value, epoch = min(finite)
    return f"lowest validation loss {_text(value)} in epoch {epoch}"


def _finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _health_note(fit: Fit) -> str:
    if fit.health is None:
        return ""
    if fit.health.skipped:
        return f"Its layers were not looked at: {fit.health.skipped}"
    return f"Measured on {counted(fit.health.examples, 'example')} when the training had ended."

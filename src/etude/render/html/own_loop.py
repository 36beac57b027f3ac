"""A training loop of the learner's own as a page shows it: its losses over its steps."""

import math
from dataclasses import dataclass

from etude.domain.own_loop import Loop
from etude.domain.wording import counted
from etude.render.html.architecture import Where
from etude.render.html.chart import Chart, Line, chart
from etude.render.html.training import NumbersTable
from etude.render.numbers import figure


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnLoop:
    """Attributes: number: counts from one; facts: short sentences."""

    number: int
    where: str
    facts: list[str]
    curve: Chart | None = None
    numbers: NumbersTable | None = None


def own_loop(loop: Loop, where: Where, *, running: bool = False) -> OwnLoop:
    """The losses of some of its steps, each by the number of its step."""
    steps = [1 + place * loop.every for place in range(len(loop.losses))]
    line = Line(name="loss", kind="train", values=loop.losses)
    return OwnLoop(
        number=loop.index + 1,
        where=where(loop.line),
        facts=_facts(loop, running=running),
        curve=chart("loss", steps, [line], across="step") if len(steps) > 1 else None,
        numbers=_numbers(loop, steps) if steps else None,
    )


def _numbers(loop: Loop, steps: list[int]) -> NumbersTable:
    rows = [(step, [figure(loss)]) for step, loss in zip(steps, loop.losses, strict=True)]
    return NumbersTable(columns=["loss"], rows=rows, every=loop.every, counted="step")


def _facts(loop: Loop, *, running: bool) -> list[str]:
    facts = [counted(loop.steps, "step")] if loop.steps else []
    if not loop.finished:
        facts.append("goes on" if running else "did not come to its end")
    rates = [figure(rate) for rate in dict.fromkeys(loop.rates) if math.isfinite(rate)]
    if rates:
        facts.append(f"learning rate {' to '.join(rates)}")
    return facts

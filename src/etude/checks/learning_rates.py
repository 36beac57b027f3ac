"""The learning rate has the stated values at the stated steps."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# A rate below this share of the highest one is as good as zero.
_AS_ZERO = 1e-3


class LearningRates(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a schedule, an optimizer, or a compiled model.
    steps, rates: optimizer steps, counted from 0, and the learning rate at each of them.
    what: which part of the training these steps are, as the title tells it.
    within: how far off a rate may be, as a share of the right one.
    """

    of: Value
    steps: tuple[int, ...]
    rates: tuple[float, ...]
    what: str
    within: float = 0.02

    @property
    def title(self) -> str:
        return f"{self.of}: {self.what}"

    def probe(self, live: Live) -> Facts:
        source = live.value(self.of)
        with live.learner():
            return {"rates": _rates(live, source, self.steps), "type": type(source).__name__}

    def judge(self, facts: Facts) -> Verdict:
        if facts["rates"] is None:
            return self.failed(
                expected=f"{self.of} is a schedule, an optimizer or a compiled model",
                received="None" if facts["type"] == "NoneType" else f"a {facts['type']}",
            )
        least = _AS_ZERO * max(self.rates)
        for step, wanted, given in zip(self.steps, self.rates, facts["rates"], strict=True):
            if not abs(given - wanted) <= max(self.within * wanted, least):
                return self.failed(
                    expected=f"a learning rate of {wanted:.4g} at step {step}",
                    received=f"{given:.4g}; at the steps {_listed(self.steps)} it is "
                    f"{_listed(facts['rates'])}",
                    attempt="a step is one batch; call the schedule by hand: "
                    f"print(float(schedule({step})))",
                )
        return self.passed()


def _rates(live: Live, source: Any, steps: tuple[int, ...]) -> list[float] | None:
    """The rate at each step, and everything as it was afterwards."""
    optimizer = source.optimizer if isinstance(source, live.keras.Model) else source
    if isinstance(optimizer, live.keras.optimizers.Optimizer):
        return _rates_of_optimizer(optimizer, steps)
    if not callable(source):
        return None
    count = live.keras.Variable(0, dtype="int64", trainable=False)  # as an optimizer counts
    found = []
    for step in steps:
        count.assign(step)
        found.append(float(source(count)))
    return found


def _rates_of_optimizer(optimizer: Any, steps: tuple[int, ...]) -> list[float]:
    now = int(optimizer.iterations)
    found = []
    for step in steps:
        optimizer.iterations.assign(step)
        found.append(float(optimizer.learning_rate))
    optimizer.iterations.assign(now)
    return found


def _listed(numbers: Any) -> str:
    return ", ".join(f"{number:.4g}" for number in numbers)

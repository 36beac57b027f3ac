"""The last training of a program runs at the learning rate that its own range test has found."""

import math
from collections.abc import Sequence
from itertools import pairwise

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.trainings import Training, recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Rates travel as float32, and may be rounded when they are chosen.
_APART = 0.02
_LEAST_EPOCHS = 5


class TrainsAtChosenRate(Check, frozen=True, kw_only=True):
    """To be named before checks that train: what they bring about would be the last training.

    Attributes:
      of: what is there once the program has trained.
      share: of the rate at which the loss of the test was lowest, what is to be chosen.
    """

    of: Value
    share: float = 0.1

    @property
    def title(self) -> str:
        return "the last training runs at the rate that a test of the program has found"

    def probe(self, live: Live) -> Facts:
        live.value(self.of)
        return {"trainings": recorded_trainings(live)}

    def judge(self, facts: Facts) -> Verdict:
        *before, last = facts["trainings"] or [None]
        tests = [one for one in before if _grows(_series(one, "learning_rate"))]
        if last is None or not tests:
            return self.failed(
                expected="a training at growing rates, and after it one at the rate that it found",
                received=f"{len(facts['trainings'])} trainings, none of them with growing rates "
                "before the last one",
                attempt="let the program call range_test and choose, and train another model then",
            )
        chosen = self.share * _best(tests[-1])
        off = next((rate for rate in _series(last, "learning_rate") if _apart(rate, chosen)), None)
        if off is None:
            return self.passed()
        return self.failed(
            expected=f"a last training at a rate of {chosen:.3g} in all its epochs, to which the "
            "losses of the test lead",
            received=f"a rate of {off:.3g}",
            attempt="hand on what choose returns, as it is",
            line=last["line"],
        )


def _series(training: Training, name: str) -> list[float]:
    values = [epoch.get(name) for epoch in training["epochs"]]
    return [math.nan if value is None else float(value) for value in values]


def _grows(rates: Sequence[float]) -> bool:
    return len(rates) >= _LEAST_EPOCHS and all(b > a for a, b in pairwise(rates))


def _best(test: Training) -> float:
    """The rate of the epoch with the lowest loss; epochs whose loss is NaN do not count."""
    pairs = zip(_series(test, "loss"), _series(test, "learning_rate"), strict=True)
    return min((pair for pair in pairs if math.isfinite(pair[0])), default=(0.0, math.nan))[1]


def _apart(rate: float, chosen: float) -> bool:
    return not abs(rate - chosen) <= _APART * chosen

"""A function that draws at random gives each outcome as often as it should."""

from collections import Counter
from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Call
from etude.domain.verdict import Verdict

# Standard deviations of a binomial count: beyond them lies one right function in 100,000.
_BEYOND_CHANCE = 4.5


class DrawsWithProbabilities(Check, frozen=True, kw_only=True):
    """Attributes:
    of: the call that draws one of the outcomes 0, 1, 2, ...
    probabilities: of each outcome.
    draws: how often it is called.
    """

    of: Call
    probabilities: list[float]
    draws: int = 300

    @property
    def title(self) -> str:
        return f"{self.of} draws each outcome as often as it should"

    def probe(self, live: Live) -> Facts:
        seen: Counter[int] = Counter()
        for _ in range(self.draws):
            value = live.fresh(self.of)
            number = _number(live, value)
            if number is None:
                return {"type": _described(live, value)}
            seen[number] += 1
        return {"counts": {str(number): count for number, count in sorted(seen.items())}}

    def judge(self, facts: Facts) -> Verdict:
        if "type" in facts:
            return self.failed(
                expected=f"{self.of} gives one whole number", received=str(facts["type"])
            )
        counts = {int(number): int(count) for number, count in facts["counts"].items()}
        strange = [number for number in counts if not 0 <= number < len(self.probabilities)]
        if strange:
            return self.failed(
                expected=f"numbers from 0 to {len(self.probabilities) - 1}",
                received=f"the number {strange[0]}",
            )
        shares = np.array([counts.get(i, 0) for i in range(len(self.probabilities))]) / self.draws
        wanted = np.array(self.probabilities)
        allowed = _BEYOND_CHANCE * np.sqrt(wanted * (1 - wanted) / self.draws) + 1 / self.draws
        if (np.abs(shares - wanted) <= allowed).all():
            return self.passed()
        return self.failed(
            expected=f"in {self.draws} draws, shares of about {_told(wanted)}",
            received=f"shares of {_told(shares)}",
            attempt="compute the probabilities of a few values by hand, and compare",
        )


def _number(live: Live, value: Any) -> int | None:
    """A whole number, also as an array or tensor of one element."""
    try:
        array = live.np.asarray(value)
    except (ValueError, TypeError):
        return None
    return int(array.reshape(())) if array.size == 1 and array.dtype.kind in "iu" else None


def _described(live: Live, value: Any) -> str:
    shape = getattr(value, "shape", None)
    kind = type(value).__name__
    return kind if shape is None or shape == () else f"{kind} of shape {tuple(shape)}"


def _told(shares: Any) -> str:
    return ", ".join(f"{share:.2f}" for share in shares)

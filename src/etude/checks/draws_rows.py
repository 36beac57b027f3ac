"""A function that trains holds back other rows for another seed."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of many numbers, no two sets of rows have all of these in common.
_TELLING = ("low", "high", "mean", "deviation")


class DrawsRows(Check, frozen=True, kw_only=True):
    """The rows that a training is validated on are those that were not drawn.

    Attributes:
      of: the call that trains; other: the same with another seed.
      things: what messages call the examples.
    """

    of: Value
    other: Value
    things: str = "rows"

    @property
    def title(self) -> str:
        return f"{self.of} and {self.other} learn from other {self.things}"

    def probe(self, live: Live) -> Facts:
        return {"held_back": [_held_back(live, call) for call in (self.of, self.other)]}

    def judge(self, facts: Facts) -> Verdict:
        first, second = facts["held_back"]
        if not first or not second:
            return self.failed(
                expected=f"{self.of} validates on {self.things} that it does not learn from",
                received="fit without validation data",
            )
        if first != second:
            return self.passed()
        return self.failed(
            expected=f"{self.things} that are drawn at random: others for {self.other} than for "
            f"{self.of}",
            received=f"the same {self.things} held back in both",
            attempt=f"mix the {self.things} before they are divided, by random numbers that follow "
            "from the seed",
        )


def _held_back(live: Live, call: Any) -> list[float]:
    """Figures of the inputs that the call validates on; of a dataset those of its first batch."""
    before = len(live.recorded("fit"))
    live.fresh(call)
    given = [fit["validation"] for fit in live.recorded("fit")[before:] if fit["validation"]]
    sample = given[-1]["sample"] if given else []
    return [float(sample[0][key]) for key in _TELLING] if sample else []

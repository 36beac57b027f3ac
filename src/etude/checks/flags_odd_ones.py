"""A stated threshold of the reconstruction error tells the odd ones out, and few others."""

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.one_number import one_number
from etude.checks.rebuilds import Rebuilds
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class FlagsOddOnes(Rebuilds, frozen=True, kw_only=True):
    """What a file rebuilds with a larger error than the threshold is called odd.

    ``bar`` is the least share of other kinds that has to be called so.

    Attributes:
      threshold: the number that the program states.
      most_false: the largest share of the learned kind that may be called odd.
    """

    threshold: Value
    most_false: float

    @property
    def title(self) -> str:
        return f"errors above {self.threshold} tell what is not {self.kind}"

    def probe(self, live: Live) -> Facts:
        return {"threshold": one_number(live, live.value(self.threshold))}

    def judge_saved(self, facts: Facts) -> Verdict:
        fault = self.fault(facts)
        if fault is not None:
            return fault
        if facts["threshold"] is None:
            return self.failed(expected=f"{self.threshold}: one number", received="none")
        odd, kind = np.asarray(facts["errors"]) > facts["threshold"], self.is_kind(facts)
        found, false = float(odd[~kind].mean()), float(odd[kind].mean())
        if found < self.bar:
            return self._told(
                f"at least {self.bar:.0%} of hidden {self.things} of other kinds above it",
                f"{found:.1%} above {facts['threshold']:.4g}",
                "a threshold that nearly all training errors lie below, and no higher; if it is "
                "that, the network rebuilds too much: make its bottleneck narrower",
            )
        if false > self.most_false:
            return self._told(
                f"at most {self.most_false:.0%} of hidden {self.things} of {self.kind} above it",
                f"{false:.1%} above {facts['threshold']:.4g}",
                "look at the training errors one by one: which share of them lies above it?",
            )
        return self.passed()

    def _told(self, expected: str, received: str, attempt: str) -> Verdict:
        return self.failed(expected=expected, received=received, attempt=attempt)

"""The training loss comes below a stated value."""

import math
from collections.abc import Sequence
from dataclasses import replace

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.domain.verdict import Verdict


class LossComesDown(Check, frozen=True, kw_only=True):
    """Attributes:
    below: what the lowest loss of the last ``fit`` must be below.
    above: what only a network comes below whose inputs tell the labels; 0 when any loss is good.
    guessing: the loss of guessing, told beside it; 0 leaves that out.
    """

    below: float
    above: float = 0.0
    guessing: float = 0.0

    @property
    def title(self) -> str:
        return f"the training loss comes below {self._bounds}"

    def probe(self, live: Live) -> Facts:
        epochs = live.recorded("epoch")
        last = max((epoch["fit"] for epoch in epochs), default=-1)
        return {"losses": [epoch["logs"]["loss"] for epoch in epochs if epoch["fit"] == last]}

    def judge(self, facts: Facts) -> Verdict:
        known = [loss for loss in facts["losses"] if math.isfinite(loss)]
        verdict = self._judged(facts["losses"], known)
        return replace(verdict, measured={"loss": min(known)}) if known else verdict

    def _judged(self, losses: Sequence[float], known: Sequence[float]) -> Verdict:
        guessing = f" (guessing gives {self.guessing:.2f})" if self.guessing else ""
        expected = f"a training loss below {self._bounds}{guessing}"
        if not losses:
            return self.failed(expected=expected, received="no epoch of training")
        lowest = min(known, default=math.inf)
        if self.above <= lowest < self.below and math.isfinite(losses[-1]):
            return self.passed()
        return self.failed(
            expected=expected,
            received=f"{losses[0]:.4g} in the first epoch, {losses[-1]:.4g} in the last of "
            f"{len(losses)}, {f'{lowest:.4g}' if known else 'no number'} at its lowest",
            attempt="look at what the last fit was given: the labels seem to be among its inputs"
            if lowest < self.above
            else "look at the values that go in, at the loss and at the learning rate",
        )

    @property
    def _bounds(self) -> str:
        return f"{self.below:g}" + (f", and not below {self.above:g}" if self.above else "")

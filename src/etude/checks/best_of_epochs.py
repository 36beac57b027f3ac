"""What a program keeps is the best of its epochs, by the scores that it tells of each."""

from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of the same score, computed a second time.
_ROUNDING = 1e-4


class BestOfEpochs(Check, frozen=True, kw_only=True):
    """That the score is the model's is for another check to find out.

    Attributes:
      of: the score of what is kept, higher being better.
      epochs: a list of the scores of all epochs, in order.
    """

    of: Value
    epochs: Value

    @property
    def title(self) -> str:
        return f"{self.of} is the best of {self.epochs}"

    def probe(self, live: Live) -> Facts:
        kept, scores = (_numbers(live, live.value(one)) for one in (self.of, self.epochs))
        return {"kept_score": kept[0] if len(kept) == 1 else None, "scores": scores}

    def judge(self, facts: Facts) -> Verdict:
        kept, scores = facts["kept_score"], facts["scores"]
        if kept is None or not scores:
            return self.failed(
                expected=f"{self.of} as one number, and one number for each epoch in {self.epochs}",
                received=f"{len(scores)} numbers in {self.epochs}"
                if kept is not None
                else f"{self.of} is no single number",
            )
        best = max(scores)
        if abs(kept - best) <= _ROUNDING:
            return self.passed()
        last = ", that of the last epoch" if abs(kept - scores[-1]) <= _ROUNDING else ""
        return self.failed(
            expected=f"{best:.3f}, reached in epoch {scores.index(best) + 1}",
            received=f"{self.of} = {kept:.3f}{last}",
            attempt="whenever an epoch is better than all before, keep a copy of the weights; put "
            "the copy back at the end",
        )


def _numbers(live: Live, value: Any) -> list[float]:
    """As a flat list; empty for what holds no numbers."""
    try:
        return [float(one) for one in live.np.asarray(value, dtype="float64").reshape(-1)]
    except (TypeError, ValueError):
        return []

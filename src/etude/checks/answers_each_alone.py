"""A model gives an example the same answer every time, whatever else is in its batch."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.values import Value
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

# Other batch sizes take other paths through float32 sums; batch statistics change first digits.
_ROUNDING = 1e-3
_MOST = 16


class AnswersEachAlone(OfModel, frozen=True, kw_only=True):
    """Attributes: inputs: an array of examples; a few of its first are asked."""

    inputs: Value

    @property
    def title(self) -> str:
        return f"{self.of} answers for each example alone, and the same each time"

    def look(self, live: Live, model: Any) -> Facts:
        inputs = live.np.asarray(live.value(self.inputs))[:_MOST]
        with live.learner():
            whole = model.predict(inputs, verbose=0)
            again = model.predict(inputs, verbose=0)
            alone = live.np.concatenate([model.predict(one[None], verbose=0) for one in inputs[:4]])
        size = max(1.0, float(live.np.abs(whole).max()))
        return {
            "again": float(live.np.abs(again - whole).max()) / size,
            "alone": float(live.np.abs(alone - whole[: len(alone)]).max()) / size,
            "pair": [_first(whole), _first(again), _first(alone)],
        }

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        whole, again, alone = facts["pair"]
        if not facts["again"] <= _ROUNDING:
            return self.failed(
                expected=f"the same answer each time {self.of} predicts an example",
                received=f"{whole} the first time and {again} the second",
                attempt="what is random belongs to training: ask call for its argument training",
            )
        if not facts["alone"] <= _ROUNDING:
            return self.failed(
                expected="an answer that does not depend on what else is in the batch",
                received=f"{whole} in a batch, and {alone} for the same example alone",
                attempt="look at what call does while the model predicts: "
                "which layer uses all the rows of a batch?",
            )
        return self.passed()


def _first(outputs: Any) -> str:
    return f"{outputs.reshape(-1)[0]:.4g}"

"""A model that answers at every step of a sequence looks at this step and those before it alone."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import run_model
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_ROWS = 4
# Float32 sums in another order change the last digits; a step that is seen changes the first ones.
_ROUNDING = 1e-4


class LooksBack(OfModel, frozen=True, kw_only=True):
    """The last steps of some sequences are exchanged, and the answers before them must stay.

    Attributes:
      shape: of one input, steps first; the first axis of an output is its steps, too.
      high: numbers from 0 to this are given; whole: whole numbers, as tokens are.
      things: what messages call the steps.
    """

    shape: tuple[int, ...]
    high: float = 1.0
    whole: bool = False
    things: str = "steps"

    @property
    def title(self) -> str:
        return f"no answer of {self.of} depends on later {self.things}"

    def look(self, live: Live, model: Any) -> Facts:
        first, other = (self._inputs(live, seed) for seed in (0, 1))
        steps = self.shape[0]
        plain = run_model(live, model, [first])[0]
        if plain.ndim < 2 or plain.shape[1] != steps:
            return {"gives": list(plain.shape[1:])}
        size = max(1.0, float(live.np.abs(plain).max()))
        found = []
        for known in (steps // 4, steps // 2, 3 * steps // 4):
            changed = live.np.concatenate([first[:, :known], other[:, known:]], axis=1)
            apart = live.np.abs(run_model(live, model, [changed])[0] - plain) / size
            found.append({"known": known, "apart": float(apart[:, :known].max())})
        return {"looks_ahead": found}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if "gives" in facts:
            return self.failed(
                expected=f"an answer at each of {self.shape[0]} {self.things}",
                received=f"outputs of shape {tuple(facts['gives'])} for a sequence",
                attempt="look at the shapes in model.summary(): where do the steps get lost?",
            )
        for found in facts["looks_ahead"]:
            if found["apart"] > _ROUNDING:
                return self.failed(
                    expected=f"the same answers at the first {found['known']} {self.things}, "
                    "whatever follows",
                    received=f"answers that differ by up to {found['apart']:.1%} of the "
                    f"largest one when later {self.things} are others",
                    attempt="each layer may look at a step and those before it: which one looks to "
                    "both sides?",
                )
        return self.passed()

    def _inputs(self, live: Live, seed: int) -> Any:
        drawn = live.np.random.default_rng(seed).uniform(0, self.high, (_ROWS, *self.shape))
        return (live.np.floor(drawn) if self.whole else drawn).astype("float32")

"""A model's outputs depend on every part of its inputs, and are not all the same."""

from typing import Any

from etude.checks.live import Facts, Live
from etude.checks.of_model import OfModel
from etude.checks.small_batch import run_model
from etude.domain.observations import Model
from etude.domain.verdict import Verdict

_ROWS = 8
# Of the largest output; float32 sums in another order change less.
_ROUNDING = 1e-5


class LooksAtAll(OfModel, frozen=True, kw_only=True):
    """One part of the inputs is changed after the other; some output must change each time.

    Attributes:
      shape: of one input, batch axis left out.
      parts: what messages call the places along each of its axes, such as ("day", "station").
    """

    shape: tuple[int, ...]
    parts: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.of} looks at every {' and every '.join(self.parts)} of a window"

    def look(self, live: Live, model: Any) -> Facts:
        rng = live.np.random.default_rng(0)
        first, other = (rng.normal(size=(_ROWS, *self.shape)).astype("float32") for _ in "ab")
        plain = run_model(live, model, first)[0].reshape(_ROWS, -1)
        size = max(1.0, float(live.np.abs(plain).max()))
        unseen = []
        for axis, count in enumerate(self.shape, start=1):
            for place in range(count):
                changed = first.copy()
                part = (slice(None),) * axis + (place,)
                changed[part] = other[part]
                answers = run_model(live, model, changed)[0].reshape(_ROWS, -1)
                if float(live.np.abs(answers - plain).max()) <= _ROUNDING * size:
                    unseen.append([axis - 1, place])
        apart = float((plain.max(axis=1) - plain.min(axis=1)).max()) / size
        return {"unseen": unseen, "outputs": plain.shape[1], "apart": apart}

    def judge_model(self, model: Model, facts: Facts) -> Verdict:
        if facts["unseen"]:
            axis, place = facts["unseen"][0]
            more = len(facts["unseen"]) - 1
            others = f", and so do {more} others" if more else ""
            return self.failed(
                expected=f"outputs that depend on every {self.parts[axis]} of a window",
                received=f"{self.parts[axis]} {place}, counted from 0, changes nothing{others}",
                attempt="follow the shapes in model.summary(): where are values left out?",
            )
        if facts["outputs"] > 1 and facts["apart"] <= _ROUNDING:
            return self.failed(
                expected=f"{facts['outputs']} outputs, each with weights of its own",
                received="the same number in all of them",
                attempt="a last layer with so many units has weights for each of them",
            )
        return self.passed()

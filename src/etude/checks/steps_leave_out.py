"""No step of a training loop learns from examples that are kept apart."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.own_loop import example_key
from etude.domain.verdict import Verdict

# Two equal examples may lie on either side of a fair division.
_BY_CHANCE = 1


class StepsLeaveOut(Check, frozen=True, kw_only=True):
    """The examples of a loop's first steps are compared, as far as its batches are seen.

    Attributes:
      kept: an array of inputs as the steps would be given them.
      things: what messages call the examples.
    """

    kept: Value
    things: str = "examples"

    @property
    def title(self) -> str:
        return f"no step learns from {self.kept}"

    def probe(self, live: Live) -> Facts:
        array = live.np.asarray(live.value(self.kept))
        are_numbers = array.ndim > 1 and array.dtype.kind in "biuf"
        kept = set(map(example_key, array)) if are_numbers else set()
        return {"met": [_met(live, loop, kept) for loop in live.recorded("loop")]}

    def judge(self, facts: Facts) -> Verdict:
        wrong = next((loop for loop in facts["met"] if loop["kept"] > _BY_CHANCE), None)
        if wrong is None:
            return self.passed()
        return self.failed(
            expected=f"steps on other {self.things} than {self.kept}",
            received=f"{wrong['kept']} of {self.kept} among the first {wrong['learned']} "
            f"{self.things} that were learned",
            attempt=f"divide the {self.things} first, and make the batches of one part alone",
            line=wrong["line"],
        )


def _met(live: Live, loop: Mapping[str, Any], kept: set[int]) -> dict[str, int]:
    """How many examples of a loop were seen, and how many of them are kept apart."""
    batches = [one for one in live.recorded("loop_examples") if one["loop"] == loop["index"]]
    learned = {key for batch in batches for key in batch["keys"]}
    return {"line": loop["line"], "learned": len(learned), "kept": len(learned & kept)}

"""No step of a training learns from examples that are kept apart."""

from collections.abc import Iterator, Mapping

from etude.checks.asked_models import inputs_of_models
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.own_loop import example_keys
from etude.domain.verdict import Verdict

# Equal examples may lie on either side of a fair division: one, and a few of many.
_BY_CHANCE = 1
_SHARE_BY_CHANCE = 0.05


class StepsLeaveOut(Check, frozen=True, kw_only=True):
    """Examples of each ``fit`` and of a loop's first steps are compared, as far as they are seen.

    Attributes:
      kept: an array of inputs.
      by: a function that prepares them and asks a model; None where steps get them as they are.
      things: what messages call the examples.
    """

    kept: Value
    by: Value = None
    things: str = "examples"

    @property
    def title(self) -> str:
        return f"no step learns from {self.kept}"

    def probe(self, live: Live) -> Facts:
        inputs = live.value(self.kept)
        asked = self.by is not None
        arrays = inputs_of_models(live, live.value(self.by), inputs) if asked else [inputs]
        arrays = [live.np.asarray(array) for array in arrays]
        kept = {key for array in arrays for key in example_keys(array)}
        return {"met": [_met(training, kept) for training in _trainings(live)]}

    def judge(self, facts: Facts) -> Verdict:
        wrong = next(filter(_is_beyond_chance, facts["met"]), None)
        if wrong is None:
            return self.passed()
        return self.failed(
            expected=f"training on other {self.things} than {self.kept}",
            received=f"{wrong['kept']} of {self.kept} among the first {wrong['learned']} "
            f"{self.things} of a training",
            attempt=f"divide the {self.things} first, and make the batches of one part alone",
            line=wrong["line"],
        )


def _trainings(live: Live) -> Iterator[tuple[int, set[int]]]:
    """Line of each training, and the examples that it was seen to learn."""
    for kind in ("fit", "loop"):
        frames = live.recorded(f"{kind}_examples")
        for training in live.recorded(kind):
            seen = [one["keys"] for one in frames if one[kind] == training["index"]]
            yield training["line"], {key for keys in seen for key in keys}


def _met(training: tuple[int, set[int]], kept: set[int]) -> dict[str, int]:
    """How many examples of a training were seen, and how many of them are kept apart."""
    line, learned = training
    return {"line": line, "learned": len(learned), "kept": len(learned & kept)}


def _is_beyond_chance(met: Mapping[str, int]) -> bool:
    return met["kept"] > max(_BY_CHANCE, _SHARE_BY_CHANCE * met["learned"])

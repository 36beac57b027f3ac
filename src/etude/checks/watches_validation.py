"""The program looks at examples that it does not learn from, under whatever name."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.shared_examples import share_learned
from etude.checks.trainings import recorded_trainings
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Of many numbers, no two sets of examples have all of these in common.
_TELLING = ("low", "high", "mean", "deviation")

# A table may hold some rows twice.
_MOST_SHARED = 0.3


class WatchesValidation(Check, frozen=True, kw_only=True):
    """One ``fit`` of the program at least is given validation data, by whichever argument.

    Attributes:
      things: what messages call the examples.
      kept: inputs that are kept for the end: an array, on which no training may be validated.
    """

    things: str = "pictures"
    kept: Value = None

    @property
    def title(self) -> str:
        apart = "" if self.kept is None else f", and not on {self.kept}"
        return f"training is watched on {self.things} that it does not learn from{apart}"

    def probe(self, live: Live) -> Facts:
        return {
            "watched": recorded_trainings(live),
            "spent": self._spent(live),
            "shared": share_learned(live),
        }

    def judge(self, facts: Facts) -> Verdict:
        expected = "a validation loss after each epoch"
        trainings = facts["watched"]
        if not trainings:
            return self.failed(expected=expected, received="fit is never called")
        judged = [training for training in trainings if _is_judged(training)]
        if not judged:
            return self.failed(
                expected=expected,
                received="fit without validation data",
                attempt=f"hold some of the {self.things} back: validation_data=...",
                line=trainings[-1]["line"],
            )
        if all(training["overlap"] for training in judged):
            return self.failed(
                expected="validation on examples that fit does not learn from",
                received="training examples once more",
                attempt=f"hold some of the {self.things} back before training begins: cut arrays "
                "in two, split a dataset before it is batched, with the same seed for both parts",
                line=judged[-1]["line"],
            )
        if facts.get("shared", 0.0) > _MOST_SHARED:
            return self.failed(
                expected="validation on examples that fit does not learn from",
                received=f"{facts['shared']:.0%} of the validation examples are training examples, "
                "too",
                attempt="the two parts must come from one division: read both with the same seed",
                line=judged[-1]["line"],
            )
        if facts.get("spent"):
            return self.failed(
                expected=f"validation on other {self.things}; {self.kept} are for the end only",
                received=f"validation on {self.kept}, which then choose when training stops",
                attempt=f"hold some of the {self.things} back that fit is given",
                line=facts["spent"][-1],
            )
        return self.passed()

    def _spent(self, live: Live) -> list[int]:
        """Lines of the trainings that look at what is kept for the end."""
        if self.kept is None:
            return []
        kept = live.np.asarray(live.value(self.kept))
        return [fit["line"] for fit in live.recorded("fit") if _is_of(live, fit, kept)]


def _is_of(live: Live, fit: Mapping[str, Any], kept: Any) -> bool:
    """Whether a training was validated on these rows, or on some of them in a row."""
    sample = (fit["validation"] or {}).get("sample")
    if not sample or not sample[0]["shape"]:
        return False
    count = sample[0]["shape"][0]
    return any(
        _look_alike(live, sample[0], kept[start : start + count])
        for start in _starts_of_mean(live, kept, count, sample[0].get("mean"))
    )


def _starts_of_mean(live: Live, kept: Any, count: int, mean: float | None) -> list[int]:
    """Where so many rows begin that have this mean together: few, and cheap to find."""
    if mean is None or not 0 < count <= len(kept):
        return []
    np = live.np
    sums = np.cumsum([0.0, *kept.reshape(len(kept), -1).mean(axis=1, dtype="float64")])
    means = (sums[count:] - sums[:-count]) / count
    return [int(start) for start in np.flatnonzero(np.isclose(means, mean, rtol=1e-5, atol=1e-9))]


def _look_alike(live: Live, sample: Mapping[str, Any], rows: Any) -> bool:
    (described,) = live.describe_data(rows, role="kept for the end")["sample"]
    known = [described[key] for key in _TELLING]
    return described["shape"] == sample["shape"] and bool(
        live.np.allclose(known, [sample[key] for key in _TELLING], rtol=1e-5, atol=0.0)
    )


def _is_judged(training: Facts) -> bool:
    return any("val_loss" in logs for logs in training["epochs"])

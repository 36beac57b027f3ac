"""A network meets each training picture in another way in every epoch."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.augments_training_only import random_operations, varying_layers
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# A random flip alone leaves every second picture as it was in the pass before.
_LEAST_NEW = 0.25
_AFTER_THE_RANDOM_ONE = "look at which stage of the pipeline comes after the random one"
_NOTHING_RANDOM = (
    "put layers such as RandomFlip at the beginning of the model, or random operations into the "
    "pipeline of the training data"
)
_IN_ANOTHER_ORDER = (
    "with a seed the random numbers begin anew on every pass; let the pictures come to them in "
    "another order each time: cache, then shuffle, then the random map"
)


class VariesEachEpoch(Check, frozen=True, kw_only=True):
    """By layers in the model, or by a pipeline that draws anew on every pass.

    Attributes:
      of: the training data, batches of (pictures, labels).
      model: what learns from them.
      seeded: whether the program sets a global seed itself, so that two passes tell what its own
        epochs hold.
    """

    of: Value
    model: Value
    seeded: bool = False

    @property
    def title(self) -> str:
        return f"{self.of}: pictures are varied anew in every epoch"

    def probe(self, live: Live) -> Facts:
        first, second = read_passes(live, self.of)
        return {
            "pictures": len(second.prints),
            "new": len(set(second.prints) - set(first.prints)),
            "drawn": _drawn_after_cache(live, live.value(self.of)),
            "random": bool(random_operations(_stages(live, live.value(self.of)))),
            "layers": _varying(live, live.value(self.model)),
        }

    def judge(self, facts: Facts) -> Verdict:
        count, new = facts["pictures"], facts["new"]
        drawn = bool(facts["drawn"])
        if facts["layers"] or (count and new >= _LEAST_NEW * count):
            return self.passed()
        if drawn and not self.seeded:
            return self.passed()
        return self.failed(
            expected="pictures that are flipped, moved or zoomed anew in every epoch",
            received=f"{count - new} of {count} pictures exactly as they were in the pass before",
            attempt=_attempt(drawn=drawn, is_random=facts.get("random", True)),
        )


def _attempt(*, drawn: bool, is_random: bool) -> str:
    if not is_random:
        return _NOTHING_RANDOM
    return _IN_ANOTHER_ORDER if drawn else _AFTER_THE_RANDOM_ONE


def _stages(live: Live, data: Any) -> Sequence[Mapping[str, Any]]:
    stages: Sequence[Mapping[str, Any]] = live.describe_data(data, role="training data")["stages"]
    return stages


def _drawn_after_cache(live: Live, data: Any) -> list[str]:
    """Random operations that no cache keeps.

    Under a global seed, which the worker sets, TensorFlow restarts them on every pass. A program
    that sets none would see new pictures all the same; one that does sees these.
    """
    stages = _stages(live, data)
    caches = [place for place, stage in enumerate(stages) if stage["op"] == "cache"]
    return random_operations(stages[caches[-1] + 1 :] if caches else stages)


def _varying(live: Live, model: Any) -> list[str]:
    if not isinstance(model, live.keras.Model):
        return []
    return varying_layers(live.describe_model(model)["layers"])

"""A network meets each training picture in another way in every epoch."""

from typing import Any

from etude.checks.augments_training_only import random_operations, varying_layers
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# A random flip alone leaves every second picture as it was in the pass before.
_LEAST_NEW = 0.25


class VariesEachEpoch(Check, frozen=True, kw_only=True):
    """By layers in the model, or by a pipeline that draws anew on every pass.

    Attributes: of: the training data, batches of (pictures, labels); model: what learns from them.
    """

    of: Value
    model: Value

    @property
    def title(self) -> str:
        return f"{self.of}: pictures are varied anew in every epoch"

    def probe(self, live: Live) -> Facts:
        first, second = read_passes(live, self.of)
        return {
            "pictures": len(second.prints),
            "new": len(set(second.prints) - set(first.prints)),
            "drawn": _drawn_after_cache(live, live.value(self.of)),
            "layers": _varying(live, live.value(self.model)),
        }

    def judge(self, facts: Facts) -> Verdict:
        count, new = facts["pictures"], facts["new"]
        if facts["layers"] or facts["drawn"] or (count and new >= _LEAST_NEW * count):
            return self.passed()
        return self.failed(
            expected="pictures that are flipped, moved or zoomed anew in every epoch",
            received=f"{count - new} of {count} pictures exactly as they were in the pass before",
            attempt="look at which stage of the pipeline comes after the random one",
        )


def _drawn_after_cache(live: Live, data: Any) -> list[str]:
    """Random operations that no cache keeps.

    Under a global seed, which the worker sets, TensorFlow restarts them on every pass, so that they
    cannot always be seen in the pictures.
    """
    stages = live.describe_data(data, role="training data")["stages"]
    caches = [place for place, stage in enumerate(stages) if stage["op"] == "cache"]
    return random_operations(stages[caches[-1] + 1 :] if caches else stages)


def _varying(live: Live, model: Any) -> list[str]:
    if not isinstance(model, live.keras.Model):
        return []
    return varying_layers(live.describe_model(model)["layers"])

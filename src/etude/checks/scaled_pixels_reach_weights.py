"""Pixels are scaled once they come to the first layer that learns, wherever that was done."""

from typing import Any

from etude.checks.base import Check
from etude.checks.first_weights import seen_by_first_weights
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# 0 to 1 and -1 to 1 are both usual; a batch of pictures uses most of either.
_LIMIT = 1.01
_LEAST_SPREAD = 0.5


class ScaledPixelsReachWeights(Check, frozen=True, kw_only=True):
    """Attributes:
    model: the model; data: a dataset of (pictures, labels) that it learns from, or is judged on.
    what: the pixels as they are called in the title, where there are several.
    """

    model: Value
    data: Value
    what: str = "pixels"

    @property
    def title(self) -> str:
        return f"{self.what} between 0 and 1 (or -1 and 1) reach the first layer with weights"

    def probe(self, live: Live) -> Facts:
        model, data = live.value(self.model), live.value(self.data)
        if not isinstance(model, live.keras.Model):
            return {"instead": type(model).__name__}
        batches = live.batches(data, 1)
        if not batches:
            return {"instead": "a dataset without examples"}
        with live.learner():
            return seen_by_first_weights(live, model, _pictures(batches[0]))

    def judge(self, facts: Facts) -> Verdict:
        expected = "values between 0 and 1, or between -1 and 1"
        if "instead" in facts:
            return self.failed(
                expected=f"a model ({self.model}) and data ({self.data})",
                received=facts["instead"],
                attempt="keep the starter's names",
            )
        if not facts["layer"]:
            return self.failed(expected=expected, received="no layer with weights")
        received = f"values between {facts['low']:.4g} and {facts['high']:.4g} in {facts['layer']}"
        if facts["low"] < -_LIMIT or facts["high"] > _LIMIT:
            return self.failed(
                expected=expected,
                received=received,
                attempt="print the lowest and highest value of one batch; look where it is scaled",
            )
        if not facts["high"] - facts["low"] >= _LEAST_SPREAD:
            return self.failed(
                expected=expected, received=received, attempt="scale once, not twice"
            )
        return self.passed()


def _pictures(batch: Any) -> Any:
    return batch[0] if isinstance(batch, tuple | list) else batch

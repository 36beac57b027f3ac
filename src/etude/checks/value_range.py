"""Values that the learner's pipeline yields lie in a stated range."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class ValueRange(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset; part: which tensor of its elements, "0" for x of (x, y).
    low, high: the range, both ends included; spread: the least part of it that must be used, so that
      values scaled twice do not pass.
    """

    of: Value
    part: str = "0"
    low: float = 0.0
    high: float = 1.0
    spread: float = 0.5

    @property
    def title(self) -> str:
        return f"{self.of}: values between {self.low:g} and {self.high:g}"

    def probe(self, live: Live) -> Facts:
        return {"data": live.describe_data(live.value(self.of), role=str(self.of))}

    def judge(self, facts: Facts) -> Verdict:
        sample = next((s for s in facts["data"]["sample"] if s["path"] == self.part), None)
        expected = f"values between {self.low:g} and {self.high:g}, most of that range in use"
        if sample is None or sample["low"] is None:
            return self.failed(expected=expected, received="no numbers")
        received = f"values between {sample['low']:.4g} and {sample['high']:.4g}"
        if sample["nan"]:
            return self.failed(expected=expected, received=f"{sample['nan']} NaN values")
        if sample["low"] < self.low - 1e-3 or sample["high"] > self.high + 1e-3:
            attempt = "look at one batch: print(images.numpy().min(), images.numpy().max())"
            return self.failed(expected=expected, received=received, attempt=attempt)
        if sample["high"] - sample["low"] < self.spread * (self.high - self.low):
            return self.failed(expected=expected, received=received, attempt="scale once, not twice")
        return self.passed()

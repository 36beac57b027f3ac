"""Values that the learner's pipeline yields lie in a stated range."""

from collections.abc import Mapping
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.samples import final_sample
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_ROUNDING = 1e-3
# Bicubic and Lanczos overshoot sharp edges by less than this share of the range.
_OVERSHOOT = 0.2


class ValueRange(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset or an array; part: which tensor of its elements, "0" for x of (x, y).
    low, high: the range, both ends included; spread: the least part of it that must be used, so
      that values scaled twice do not pass.
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
        value = live.value(self.of)
        data = live.describe_data(value, role=str(self.of))
        seen = next((s for s in final_sample(data) if s["path"] == self.part), None)
        if seen is None and data["kind"] == "dataset":  # such as one made from a generator
            seen = self._drawn(live, value)
        return {"data": data, "seen": seen, "wanted_range": [self.low, self.high]}

    def judge(self, facts: Facts) -> Verdict:
        seen = facts["seen"]
        expected = f"values between {self.low:g} and {self.high:g}, most of that range in use"
        if seen is None or seen["low"] is None:
            return self.failed(expected=expected, received="no numbers")
        received = f"values between {seen['low']:.4g} and {seen['high']:.4g}"
        if seen["nan"]:
            return self.failed(expected=expected, received=f"{seen['nan']} NaN values")
        if seen["low"] < self.low - _ROUNDING or seen["high"] > self.high + _ROUNDING:
            attempt = self._attempt(seen)
            return self.failed(expected=expected, received=received, attempt=attempt)
        if seen["high"] - seen["low"] < self.spread * (self.high - self.low):
            return self.failed(
                expected=expected, received=received, attempt="scale once, not twice"
            )
        return self.passed()

    def _drawn(self, live: Live, dataset: Any) -> dict[str, Any] | None:
        """The range of a first batch, drawn as the learner's own loop would."""
        for batch in live.batches(dataset, 1):
            parts = dict(enumerate(batch)) if isinstance(batch, tuple) else batch
            found = parts.get(self._key()) if isinstance(parts, dict) else parts
            if found is not None and found.dtype.kind in "biuf" and found.size:
                finite = found[live.np.isfinite(found)]
                return {
                    "low": float(finite.min()) if finite.size else None,
                    "high": float(finite.max()) if finite.size else None,
                    "nan": int(found.size - finite.size),
                }
        return None

    def _key(self) -> int | str:
        return int(self.part) if self.part.isdigit() else self.part

    def _attempt(self, seen: Mapping[str, Any]) -> str:
        slack = _OVERSHOOT * (self.high - self.low)
        if seen["low"] >= self.low - slack and seen["high"] <= self.high + slack:
            return "some ways of resizing overshoot at edges: tf.clip_by_value cuts that off"
        return "look at one batch: print(images.numpy().min(), images.numpy().max())"

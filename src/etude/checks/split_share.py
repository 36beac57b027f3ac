"""The validation part is as large as the statement says."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import read_passes
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class SplitShare(Check, frozen=True, kw_only=True):
    """Attributes:
    training, validation: datasets of batches.
    share: of all examples that belong to validation; tolerance: how far off it may be, since
      rounding, and splitting each class by itself, shift it a little.
    """

    training: Value
    validation: Value
    share: float = 0.2
    tolerance: float = 0.03

    @property
    def title(self) -> str:
        return f"{self.validation}: {self.share:.0%} of all examples"

    def probe(self, live: Live) -> Facts:
        return {
            "training": len(read_passes(live, self.training)[0].prints),
            "validation": len(read_passes(live, self.validation)[0].prints),
        }

    def judge(self, facts: Facts) -> Verdict:
        validation, total = facts["validation"], facts["training"] + facts["validation"]
        found = validation / total if total else 0.0
        if abs(found - self.share) <= self.tolerance:
            return self.passed()
        return self.failed(
            expected=f"about {self.share:.0%} of {total}: {round(self.share * total)}",
            received=f"{validation} of {total} ({found:.0%})",
        )

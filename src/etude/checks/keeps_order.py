"""Validation data come in the same order on every pass."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import read_passes
from etude.checks.shuffles_each_epoch import order_facts
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class KeepsOrder(Check, frozen=True, kw_only=True):
    """Attributes: of: a dataset of batches."""

    of: Value

    @property
    def title(self) -> str:
        return f"{self.of}: the same order on every pass"

    def probe(self, live: Live) -> Facts:
        first, second = read_passes(live, self.of)
        return {
            "role": str(self.of),
            "order": order_facts(first, second),
            "wants_fixed_order": True,
        }

    def judge(self, facts: Facts) -> Verdict:
        order = facts["order"]
        expected = "the same examples in the same order on both passes"
        if order["same_order"] and order["first"]:
            return self.passed()
        if not order["first"]:
            return self.failed(expected=expected, received="no examples at all")
        if not order["second"]:
            return self.failed(
                expected=expected,
                received="nothing on the second pass: the dataset can be read only once",
            )
        if order["same_examples"]:
            return self.failed(
                expected=expected,
                received="the same examples in another order",
                attempt="leave it unshuffled, so that predictions can be matched to labels",
            )
        return self.failed(
            expected=expected,
            received="other examples on the second pass",
            attempt="do not split what a shuffle mixes anew on every pass",
        )

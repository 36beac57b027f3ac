"""One pass over a dataset brings every example that it was made from, once."""

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.passes import read_passes
from etude.checks.splits_disjoint_and_complete import count_of
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class HoldsEveryExample(Check, frozen=True, kw_only=True):
    """Attributes:
    of: a dataset of batches.
    source: a folder of picture files, an array or a tuple of arrays.
    things: what messages call the examples.
    """

    of: Value
    source: Value
    things: str = "examples"

    @property
    def title(self) -> str:
        return f"{self.of} hold every one of the {self.things}"

    def probe(self, live: Live) -> Facts:
        first = read_passes(live, self.of)[0]
        return {"held": len(first.prints), "given": count_of(live.value(self.source))}

    def judge(self, facts: Facts) -> Verdict:
        if facts["held"] == facts["given"]:
            return self.passed()
        missing = facts["held"] < facts["given"]
        return self.failed(
            expected=f"all {facts['given']} {self.things} in one pass over {self.of}",
            received=f"{facts['held']} of them",
            attempt="take, skip and drop_remainder leave examples out"
            if missing
            else "leave repeat to fit",
        )

"""One stage of an input pipeline comes before another."""

from collections.abc import Mapping, Sequence
from typing import Any

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.stage_groups import in_words, is_a, positions
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class PipelineOrder(Check, frozen=True, kw_only=True):
    """Stages that do the same count as the same: ``padded_batch`` as ``batch``, and so on.

    Attributes:
      of: a dataset.
      first, then: names of stages; some ``first`` has to come before some ``then``.
    """

    of: Value
    first: str
    then: str

    @property
    def title(self) -> str:
        return f"{self.of}: {self.first} before {self.then}"

    def probe(self, live: Live) -> Facts:
        return {"data": live.describe_data(live.value(self.of), role=str(self.of))}

    def judge(self, facts: Facts) -> Verdict:
        stages = facts["data"]["stages"]
        firsts, thens = positions(stages, self.first), positions(stages, self.then)
        if firsts and thens and firsts[0] < thens[-1]:
            return self.passed()
        return self.failed(
            expected=f"{self.first} before {self.then}",
            received=self._received(stages, firsts, thens),
            attempt=self._attempt(firsts, thens),
            line=_line(stages, self.first if firsts else self.then, facts["data"]["line"]),
        )

    def _received(
        self, stages: Sequence[Mapping[str, Any]], firsts: list[int], thens: list[int]
    ) -> str:
        missing = [n for n, found in ((self.first, firsts), (self.then, thens)) if not found]
        if missing:
            return f"no {' and no '.join(missing)}: {in_words(stages)}"
        return in_words(stages)

    def _attempt(self, firsts: list[int], thens: list[int]) -> str:
        if not firsts and not thens:
            return f"add .{self.first}(...) and then .{self.then}(...)"
        if not firsts:
            return f"add .{self.first}(...) before .{self.then}(...)"
        if not thens:
            return f"add .{self.then}(...) after .{self.first}(...)"
        return f"move .{self.first}(...) above .{self.then}(...)"


def _line(stages: Sequence[Mapping[str, Any]], what: str, default: int) -> int:
    lines = [stage["line"] for stage in stages if is_a(stage, what) and stage["line"]]
    return lines[-1] if lines else default

"""A function answers with one number for each example, whatever else it is asked about."""

from typing import Any

import numpy as np

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

_MOST, _ALONE = 40, 8
# Other batch sizes take other paths through float32 sums.
_ROUNDING = 1e-4


class DecidesEachAlone(Check, frozen=True, kw_only=True):
    """Attributes:
    by: takes a list or an array of examples; inputs: examples, a few of which it is asked about.
    among: the numbers that decide; empty where any number may come.
    things: what messages call the examples.
    """

    by: Value
    inputs: Value
    among: tuple[int, ...] = (0, 1)
    things: str = "examples"

    @property
    def title(self) -> str:
        return f"{self.by} gives {self._numbers} for each of the {self.things}"

    @property
    def _numbers(self) -> str:
        return " or ".join(str(number) for number in self.among) or "a number"

    def probe(self, live: Live) -> Facts:
        decide, examples = live.value(self.by), live.value(self.inputs)
        with live.learner():
            examples = examples[:_MOST]
            whole = live.np.asarray(decide(examples))
            alone = [live.np.asarray(decide(examples[i : i + 1])) for i in range(_ALONE)]
        if whole.dtype.kind not in "biuf":
            return {"type": str(whole.dtype)}
        return {
            "asked": len(examples),
            "shape": list(whole.shape),
            "whole": _numbers(whole),
            "alone": [_numbers(one) for one in alone],
        }

    def judge(self, facts: Facts) -> Verdict:
        if "type" in facts:
            return self.failed(
                expected=f"{self._numbers} for each of the {self.things}",
                received=f"values of type {facts['type']}, which are no numbers",
                attempt="return an array with one number for each",
            )
        asked, shape = facts["asked"], tuple(facts["shape"])
        if shape != (asked,):
            return self.failed(
                expected=f"shape ({asked},) for {asked} {self.things}: one number for each",
                received=f"shape {shape}",
                attempt="an axis of size one stays until it is taken out; compared with (n,), it "
                "gives (n, n)"
                if shape == (asked, 1)
                else "one decision for each example, along the first axis",
            )
        whole = np.asarray(facts["whole"])
        others = whole[~np.isin(whole, self.among)]
        if self.among and len(others):
            return self.failed(
                expected=self._numbers,
                received=f"{others[0]:.4g}",
                attempt="a probability is no decision yet",
            )
        return self._judge_alone(whole, facts["alone"])

    def _judge_alone(self, whole: Any, alone: list[list[float]]) -> Verdict:
        for place, one in enumerate(alone):
            if len(one) != 1 or not abs(one[0] - whole[place]) <= _ROUNDING:
                return self.failed(
                    expected="the same answer for an example alone and among others",
                    received=f"{whole[place]:.4g} among {len(whole)}, and "
                    f"{', '.join(f'{number:.4g}' for number in one)} alone",
                    attempt="what is computed over all answers of a call, such as their median or "
                    "largest, may not decide about one of them",
                )
        return self.passed()


def _numbers(came: Any) -> list[float]:
    return [float(number) for number in came.ravel()]

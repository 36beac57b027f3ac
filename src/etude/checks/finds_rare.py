"""A classifier finds a rare class, and does not call everything by its name."""

from dataclasses import replace
from typing import Any

import numpy as np

from etude.checks.answers import answers
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.reaches_score import contract_fault
from etude.checks.scores import Metric, decisions
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class FindsRare(Check, frozen=True, kw_only=True):
    """Attributes:
    by: a model with one probability, or a function of the program that decides (True or False).
    inputs: an array; labels: 1 for the rare class, 0 for the others.
    recall: the least share of the rare ones that has to be found.
    precision: the least share of those called rare that has to be.
    things: what messages call the rare ones.
    decides: the answers must be True or False, not probabilities.
    attempt: what to try when too few are found, in place of weights and thresholds.
    """

    by: Value
    inputs: Value
    labels: Value
    recall: float
    precision: float
    things: str = "rare examples"
    decides: bool = False
    attempt: str = ""

    @property
    def title(self) -> str:
        return (
            f"{self.by} finds at least {self.recall:.0%} of the {self.things}, and at least "
            f"{self.precision:.0%} of what it calls so is right"
        )

    def probe(self, live: Live) -> Facts:
        return answers(live, self.by, self.inputs, self.labels)

    def judge(self, facts: Facts) -> Verdict:
        if "outputs" not in facts:
            return self.failed(expected=self.title, received=facts["outputs_are"])
        outputs, labels = facts["outputs"], np.asarray(facts["labels"]).reshape(-1)
        fault = contract_fault(outputs, labels, Metric.ACCURACY)
        if fault:
            return self.failed(expected=f"one answer for each of {len(labels)}", received=fault)
        if self.decides and not np.isin(outputs, (0, 1)).all():
            return self.failed(
                expected=f"True or False from {self.by} for each of {len(labels)}",
                received=f"numbers between {outputs.min():.2g} and {outputs.max():.2g}",
                attempt="compare them with a threshold: probabilities > 0.5",
            )
        counts = _counts(decisions(outputs) == 1, labels == 1)
        if not counts["rare"]:
            return self.failed(
                expected=f"{self.things} among what it is judged by", received="none of them"
            )
        recall, precision = counts["found"] / counts["rare"], _share(counts)
        verdict = self._judged(counts, recall, precision)
        return replace(verdict, measured={"recall": recall, "precision": precision})

    def _judged(self, counts: dict[str, int], recall: float, precision: float) -> Verdict:
        if recall >= self.recall and precision >= self.precision:
            return self.passed()
        return self.failed(
            expected=f"at least {self.recall:.0%} found, and at least {self.precision:.0%} of "
            "what is called so right",
            received=self._told(counts, recall, precision),
            attempt=self._attempt(recall),
        )

    def _told(self, counts: dict[str, int], recall: float, precision: float) -> str:
        if not counts["called"]:
            return f"none of the {counts['rare']} {self.things} is found: nothing is called so"
        return (
            f"{counts['found']} of {counts['rare']} {self.things} found ({recall:.0%}); "
            f"{counts['called']} called so, {precision:.0%} of them rightly"
        )

    def _attempt(self, recall: float) -> str:
        if recall < self.recall:
            return self.attempt or (
                "let a rare example weigh more in the loss, or decide for it at a lower threshold"
            )
        return "decide for the rare class at a higher threshold, or let its examples weigh less"


def _counts(called: Any, rare: Any) -> dict[str, int]:
    return {
        "rare": int(rare.sum()),
        "called": int(called.sum()),
        "found": int((called & rare).sum()),
    }


def _share(counts: dict[str, int]) -> float:
    return counts["found"] / counts["called"] if counts["called"] else 0.0

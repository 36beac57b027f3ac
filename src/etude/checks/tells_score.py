"""The number that a program tells of its model is what the model really reaches."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from etude.checks.answers import answers
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.reaches_score import contract_fault, scored
from etude.checks.scores import Metric
from etude.checks.values import Value
from etude.domain.verdict import Verdict


class TellsScore(Check, frozen=True, kw_only=True):
    """Attributes:
    of: the number that the program tells.
    by: a model, or a function of the program that takes the inputs and gives predictions.
    inputs: an array, a dict of columns, or a dataset of batches of (x, y).
    labels: class numbers or values, one per example; None when the dataset brings them.
    metric: what the number says; within: how far off it may be.
    """

    of: Value
    by: Value
    inputs: Value
    labels: Value = None
    metric: Metric = Metric.ACCURACY
    within: float = 0.01

    @property
    def title(self) -> str:
        return f"{self.of} is {self.metric.words.partition(' ')[2]} of {self.by} on {self.inputs}"

    def probe(self, live: Live) -> Facts:
        number = live.np.asarray(live.value(self.of))
        single = number.ndim == 0 and number.dtype.kind in "biuf"
        told = {"told": float(number) if single else None}
        return {**answers(live, self.by, self.inputs, self.labels), **told}

    def judge(self, facts: Facts) -> Verdict:
        fault = self._fault(facts)
        if fault:
            return self.failed(expected=f"predictions to compare {self.of} with", received=fault)
        found = scored(facts["outputs"], np.asarray(facts["labels"]), self.metric).value
        told = facts["told"]
        if told is not None and abs(told - found) <= self.within:
            return self.passed()
        return self.failed(
            expected=f"{self.of} = {found:.3f}: what {self.by} reaches on {self.inputs}",
            received="no single number" if told is None else f"{told:.3f}",
            attempt=self._attempt(told),
        )

    def _attempt(self, told: float | None) -> str:
        if self.metric is Metric.ACCURACY and told is not None and not 0 <= told <= 1:
            return f"{self.metric.words} is a share, between 0 and 1"
        return "are the predictions and the labels that are compared of the same examples?"

    def _fault(self, facts: Mapping[str, Any]) -> str:
        if "outputs" not in facts:
            return str(facts["outputs_are"])
        return contract_fault(facts["outputs"], np.asarray(facts["labels"]), self.metric)

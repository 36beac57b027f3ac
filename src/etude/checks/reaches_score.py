"""What the program has trained reaches a stated bar on examples that it holds back."""

from dataclasses import replace
from typing import Any

import numpy as np

from etude.checks.answers import answers
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.scores import Metric, Score, score
from etude.checks.values import Value
from etude.checks.what_ifs import Array, sigmoid
from etude.domain.verdict import Verdict


class ReachesScore(Check, frozen=True, kw_only=True):
    """Attributes:
    by: a model, or a function of the program that takes the inputs and gives predictions.
    inputs: an array, a dict of columns, or a dataset of batches of (x, y).
    labels: class numbers or values, one per example; None when the dataset brings them.
    metric, bar: what is measured, and the worst value that passes.
    things: what messages call the examples; plain: what a guess without a model gives, told too.
    """

    by: Value
    inputs: Value
    bar: float
    labels: Value = None
    metric: Metric = Metric.ACCURACY
    things: str = "examples"
    plain: str = ""

    @property
    def title(self) -> str:
        return f"{self.by} reaches {self._bar} on {self.inputs}"

    @property
    def _bar(self) -> str:
        bound = "at least" if self.metric.higher_is_better else "at most"
        return f"{self.metric.words} of {bound} {self.bar:g}"

    def probe(self, live: Live) -> Facts:
        return answers(live, self.by, self.inputs, self.labels)

    def judge(self, facts: Facts) -> Verdict:
        if "outputs" not in facts:
            expected = f"{self._bar} on the {self.things}"
            return self.failed(expected=expected, received=facts["outputs_are"])
        outputs, labels = facts["outputs"], np.asarray(facts["labels"])
        fault = contract_fault(outputs, labels, self.metric)
        if fault:
            return self.failed(
                expected=f"one answer for each of {len(labels)} {self.things}",
                received=fault,
                attempt=f"compare the shapes of what {self.by} gives and of the labels",
            )
        reached = scored(outputs, labels, self.metric)
        measured = {str(self.metric): reached.value}
        if reached.reaches(self.bar):
            return replace(self.passed(), measured=measured)
        return replace(self._missed(reached, len(labels)), measured=measured)

    def _missed(self, reached: Score, count: int) -> Verdict:
        plain = f"; {self.plain}" if self.plain else ""
        return self.failed(
            expected=f"{self._bar} on the {self.things}",
            received=f"{reached.value:.3f} on {count} of them{plain}",
            attempt="look at what goes in, at what comes out, and at the loss of each epoch",
        )


def scored(outputs: Array, labels: Array, metric: Metric) -> Score:
    """The score of outputs that fit; a single output beyond [0, 1] is taken for a logit."""
    if metric is Metric.ACCURACY and _is_one(outputs) and not _within_one(outputs):
        outputs = sigmoid(outputs)
    return score(metric, outputs, labels.reshape(len(labels)))


def contract_fault(outputs: Array, labels: Array, metric: Metric) -> str:
    """How outputs cannot be compared with labels, one by one; "" when they can."""
    for_each = outputs.shape[1:]
    whole = len(outputs) == len(labels) and labels.size == len(labels)
    one = all(size == 1 for size in for_each)
    if not whole or not (one or (metric is not Metric.MAE and len(for_each) == 1)):
        return f"outputs of shape {outputs.shape} for labels of shape {labels.shape}"
    bad = int(outputs.size - np.isfinite(outputs).sum())
    return f"{bad} of {outputs.size} values are NaN or infinite" if bad else ""


def _is_one(outputs: Array) -> bool:
    return outputs.ndim == 1 or outputs.shape[1] == 1


def _within_one(outputs: Array) -> Any:
    return outputs.min() >= 0 and outputs.max() <= 1

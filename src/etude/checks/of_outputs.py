"""What checks of a study of a classifier's answers have in common."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from etude.checks.answers import answers
from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.reaches_score import contract_fault
from etude.checks.scores import Metric
from etude.checks.values import Value
from etude.checks.what_ifs import Array, softmax
from etude.domain.verdict import Verdict

_ROUNDING = 1e-3


class OfOutputs(Check, frozen=True, kw_only=True):
    """Attributes:
    of: what the program tells of the answers.
    by: a model, or a function of the program that takes the inputs and gives one output per class.
    inputs: an array, or a dataset of batches of (x, y).
    labels: class numbers; None when the dataset brings them.
    """

    of: Value
    by: Value
    inputs: Value
    labels: Value = None

    def probe(self, live: Live) -> Facts:
        told = live.value(self.of)
        with live.learner():
            return {**answers(live, self.by, self.inputs, self.labels), **self.look(live, told)}

    def judge(self, facts: Facts) -> Verdict:
        fault = _fault(facts)
        if fault:
            return self.failed(expected=f"answers of {self.by} to compare with", received=fault)
        return self.judge_told(facts, facts["outputs"], np.asarray(facts["labels"]).reshape(-1))

    def look(self, live: Live, told: Any) -> Facts:
        """What the program told, as facts: numbers, or None and what came instead."""
        try:
            array = live.np.asarray(told)
        except (TypeError, ValueError):
            return {"told": None, "type": type(told).__name__}
        is_number = array.dtype.kind in "iufb"
        return {"told": array if is_number else None, "type": type(told).__name__}

    def judge_told(self, facts: Facts, outputs: Array, labels: Array) -> Verdict:
        """The verdict on what was told; outputs (N, K), labels (N,)."""
        raise TypeError(f"{type(self).__name__} does not judge")


def probabilities(outputs: Array) -> NDArray[np.float64]:
    """The outputs themselves where each row sums to 1, else what softmax makes of them."""
    values = np.asarray(outputs, dtype=np.float64)
    sums_to_one = bool(np.abs(values.sum(axis=1) - 1).max() <= _ROUNDING)
    return values if sums_to_one and values.min() >= 0 else np.asarray(softmax(values))


def _fault(facts: Facts) -> str:
    """Why there is nothing to compare with, "" when there is."""
    if "outputs" not in facts:
        return str(facts["outputs_are"])
    outputs, labels = facts["outputs"], np.asarray(facts["labels"])
    if outputs.ndim != 2 or outputs.shape[1] < 2:
        return f"outputs of shape {outputs.shape}"
    return contract_fault(outputs, labels, Metric.ACCURACY)

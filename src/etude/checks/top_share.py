"""The share of examples whose true class is among the first few guesses is told."""

import numpy as np

from etude.checks.live import Facts
from etude.checks.of_outputs import OfOutputs
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict


class TopShare(OfOutputs, frozen=True, kw_only=True):
    """Attributes:
    of: the share, between 0 and 1.
    by: a model, or a function of the program that takes the inputs and gives one output per class.
    inputs: an array, or a dataset of batches of (x, y).
    labels: class numbers; None when the dataset brings them.
    guesses: how many outputs count, the largest ones; within: how far off the number may be.
    """

    guesses: int
    within: float = 0.005

    @property
    def title(self) -> str:
        return f"{self.of} is how often the true class is among the first {self.guesses} guesses"

    def judge_told(self, facts: Facts, outputs: Array, labels: Array) -> Verdict:
        told = facts["told"]
        if told is None or told.size != 1:
            return self.failed(
                expected="one number between 0 and 1",
                received=f"a {facts['type']}"
                if told is None
                else f"an array of shape {told.shape}",
                attempt="take the mean over the examples",
            )
        value, truth = float(told.reshape(-1)[0]), _share(outputs, labels, self.guesses)
        if abs(value - truth) <= self.within:
            return self.passed()
        first = _share(outputs, labels, 1)
        same = abs(value - first) <= self.within
        return self.failed(
            expected=f"{truth:.3f} of {len(labels)} examples have their class among the first "
            f"{self.guesses} guesses",
            received=f"{value:.3f}",
            attempt="this is plain accuracy" if same else "tf.math.in_top_k compares with labels",
        )


def _share(outputs: Array, labels: Array, guesses: int) -> float:
    first = np.argsort(-outputs, axis=1, kind="stable")[:, :guesses]
    return float((first == labels[:, None]).any(axis=1).mean())

"""A confusion matrix counts a classifier's answers, with a row for each true class."""

import numpy as np

from etude.checks.live import Facts
from etude.checks.of_outputs import OfOutputs
from etude.checks.scores import decisions
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict


class ConfusionMatrix(OfOutputs, frozen=True, kw_only=True):
    """Attributes:
    of: the matrix (K, K), rows for the true classes; counts, not shares.
    by: a model, or a function of the program that takes the inputs and gives one output per class.
    inputs: an array, or a dataset of batches of (x, y).
    labels: class numbers; None when the dataset brings them.
    """

    @property
    def title(self) -> str:
        return f"{self.of} counts how {self.by} names {self.inputs}, true classes in rows"

    def judge_told(self, facts: Facts, outputs: Array, labels: Array) -> Verdict:
        told, truth = facts["told"], _counts(outputs, labels)
        if told is None or told.shape != truth.shape:
            came = f"a {facts['type']}" if told is None else f"an array of shape {told.shape}"
            return self.failed(
                expected=f"an array of counts of shape {truth.shape}",
                received=came,
                attempt="tf.math.confusion_matrix makes one of class numbers",
            )
        if np.array_equal(told, truth):
            return self.passed()
        return self.failed(
            expected=f"{int(truth.sum())} examples, each counted in the row of its true class and "
            f"the column of the class it is named; {int(np.trace(truth))} of them on the diagonal",
            received=f"{told.sum():g} counted, {np.trace(told):g} of them on the diagonal",
            attempt=_attempt(told, truth),
        )


def _counts(outputs: Array, labels: Array) -> Array:
    classes = outputs.shape[1]
    counts = np.zeros((classes, classes), dtype=np.int64)
    np.add.at(counts, (labels.astype(np.int64), decisions(outputs)), 1)
    return counts


def _attempt(told: Array, truth: Array) -> str:
    if np.array_equal(told.T, truth):
        return "rows and columns have changed places: the true class is the row"
    if abs(told.sum() - truth.sum()) > 0.5:
        return "count examples, each of them once"
    return "do the labels belong to the same examples, in the same order, as the predictions?"

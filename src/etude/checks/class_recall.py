"""The recall of each class is told by its name."""

from typing import Any

import numpy as np

from etude.checks.live import Facts, Live
from etude.checks.of_outputs import OfOutputs
from etude.checks.scores import decisions
from etude.checks.what_ifs import Array
from etude.domain.verdict import Verdict

_WITHIN = 0.005


class ClassRecall(OfOutputs, frozen=True, kw_only=True):
    """Attributes:
    of: a dict, name of a class -> the share of its examples that are named rightly.
    by: a model, or a function of the program that takes the inputs and gives one output per class.
    inputs: an array, or a dataset of batches of (x, y).
    labels: class numbers; None when the dataset brings them.
    classes: their names, in the order of the outputs.
    """

    classes: tuple[str, ...]

    @property
    def title(self) -> str:
        return f"{self.of} tells the recall of each class"

    def look(self, live: Live, told: Any) -> Facts:
        if not isinstance(told, dict):
            return {"told": None, "type": type(told).__name__}
        return {"told": {str(name): float(live.np.asarray(one)) for name, one in told.items()}}

    def judge_told(self, facts: Facts, outputs: Array, labels: Array) -> Verdict:
        told = facts["told"]
        if told is None or set(told) != set(self.classes):
            names = f"a {facts['type']}" if told is None else ", ".join(told) or "no names"
            return self.failed(
                expected=f"a dict with the {len(self.classes)} names of the classes",
                received=names,
            )
        named = decisions(outputs)
        recall = _shares(named == labels, of=labels, classes=len(self.classes))
        values = np.array([told[name] for name in self.classes])
        off = np.flatnonzero(~(np.abs(values - recall) <= _WITHIN))
        if not len(off):
            return self.passed()
        one = int(off[0])
        return self.failed(
            expected=f"{self.classes[one]}: {recall[one]:.3f}, the share of its examples that are "
            "named rightly",
            received=f"{values[one]:.3f}",
            attempt=_attempt(values, named, labels),
        )


def _shares(right: Array, *, of: Array, classes: int) -> Array:
    """The share of right answers among those where ``of`` is each class."""
    with np.errstate(invalid="ignore"):
        counts = np.bincount(of[right], minlength=classes) / np.bincount(of, minlength=classes)
    return np.asarray(counts)


def _attempt(values: Array, named: Array, labels: Array) -> str:
    precision = _shares(named == labels, of=named, classes=len(values))
    if np.allclose(values, precision, atol=_WITHIN, equal_nan=True):
        return (
            "this is the precision: divide by the examples of a class, not by how often it is named"
        )
    if np.allclose(
        values / 100, _shares(named == labels, of=labels, classes=len(values)), atol=0.01
    ):
        return "a share lies between 0 and 1"
    return "do the predictions and the labels belong to the same examples, in one order?"

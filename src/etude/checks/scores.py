"""How good outputs are: accuracy, mean absolute error, cross-entropy, each with its interval."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from etude.checks.intervals import Interval, mean_interval, share_interval
from etude.checks.what_ifs import Array, moved

# Keras clips probabilities at this before it takes logarithms.
_LEAST_PROBABILITY = 1e-7
# One-sided 0.5 % of the normal distribution: several changes are tried on each model.
_BEYOND_CHANCE = 2.576


class Metric(StrEnum):
    """What is measured."""

    ACCURACY = "accuracy"
    MAE = "mae"
    CROSS_ENTROPY = "cross_entropy"

    @property
    def words(self) -> str:
        """As it stands in a sentence: "an accuracy"."""
        return {"accuracy": "an accuracy", "mae": "a mean absolute error"}.get(
            self.value, "a cross-entropy"
        )

    @property
    def higher_is_better(self) -> bool:
        return self is Metric.ACCURACY


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A measured value and its 95 % interval.

    Attributes:
      each: (N,) what every example contributes; NaN where a moved forecast has no value.
    """

    metric: Metric
    value: float
    interval: Interval
    each: Array = field(compare=False, repr=False)

    def reaches(self, bar: float) -> bool:
        """Whether it is at least as good as the bar."""
        return self.value >= bar if self.metric.higher_is_better else self.value <= bar

    def clearly_better_than(self, other: "Score") -> bool:
        """Whether it is better example by example, and beyond chance.

        Both scores are on the same examples, so their differences are looked at rather than the two
        intervals: for right and wrong answers this is McNemar's test (Psychometrika 12, 1947).
        """
        better = self.each - other.each if self.metric.higher_is_better else other.each - self.each
        known = better[np.isfinite(better)]
        spread = float(np.sqrt((known**2).sum()))
        return spread > 0 and float(known.sum()) / spread > _BEYOND_CHANCE


def score(metric: Metric, outputs: Array, labels: Array) -> Score:
    """The score of outputs that fit the labels.

    Args:
      outputs: (N, K) or (N, 1) or (N,) for classes; else of the shape of the labels.
    """
    if metric is Metric.ACCURACY:
        right = (decisions(outputs) == labels).astype(np.float64)
        interval = share_interval(int(right.sum()), len(right))
        return Score(metric=metric, value=float(right.mean()), interval=interval, each=right)
    errors = _errors(metric, outputs, labels)
    interval = mean_interval(errors)
    return Score(metric=metric, value=float(errors.mean()), interval=interval, each=errors)


def score_moved(metric: Metric, outputs: Array, labels: Array, *, steps: int) -> Score:
    """The score of a forecast that is compared with the values ``steps`` later."""
    cut = score(metric, *moved(outputs, labels, steps=steps))
    each = np.full(len(labels), np.nan)
    each[max(steps, 0) : len(labels) + min(steps, 0)] = cut.each
    return replace(cut, each=each)


def decisions(outputs: Array) -> Array:
    """The class each row decides for: the largest of several outputs, or one above a half."""
    if outputs.ndim == 2 and outputs.shape[1] > 1:
        return np.asarray(outputs.argmax(axis=1))
    return (outputs.reshape(len(outputs)) > 0.5).astype(np.int64)


def _errors(metric: Metric, outputs: Array, labels: Array) -> Array:
    """One number per example (N,)."""
    if metric is Metric.MAE:
        apart = np.abs(outputs.reshape(labels.shape).astype(np.float64) - labels)
        return np.asarray(apart.reshape(len(labels), -1).mean(axis=1))
    chosen = _probability_of(outputs.astype(np.float64), labels.astype(np.int64))
    return np.asarray(-np.log(np.clip(chosen, _LEAST_PROBABILITY, 1.0)))


def _probability_of(outputs: Array, labels: Array) -> Array:
    """What each row gives to its own label."""
    if outputs.ndim == 2 and outputs.shape[1] > 1:
        return np.asarray(outputs[np.arange(len(labels)), labels])
    positive = outputs.reshape(len(outputs))
    return np.where(labels == 1, positive, 1 - positive)

"""How good outputs are: accuracy, mean absolute error, cross-entropy, each with its interval."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from etude.checks.intervals import Interval, mean_interval, share_interval
from etude.checks.what_ifs import Array

# Keras clips probabilities at this before it takes logarithms.
_LEAST_PROBABILITY = 1e-7


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
    """A measured value and its 95 % interval."""

    metric: Metric
    value: float
    interval: Interval

    def reaches(self, bar: float) -> bool:
        """Whether it is at least as good as the bar."""
        return self.value >= bar if self.metric.higher_is_better else self.value <= bar

    def clearly_better_than(self, other: "Score") -> bool:
        """Whether the two intervals do not touch, and this one is on the good side."""
        if self.metric.higher_is_better:
            return self.interval.low > other.interval.high
        return self.interval.high < other.interval.low


def score(metric: Metric, outputs: Array, labels: Array) -> Score:
    """The score of outputs that fit the labels.

    Args:
      outputs: (N, K) or (N, 1) or (N,) for classes; else of the shape of the labels.
    """
    if metric is Metric.ACCURACY:
        right = decisions(outputs) == labels
        interval = share_interval(int(right.sum()), len(right))
        return Score(metric=metric, value=float(right.mean()), interval=interval)
    errors = _errors(metric, outputs, labels)
    return Score(metric=metric, value=float(errors.mean()), interval=mean_interval(errors))


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

"""A training done once more from its first weights, with something changed that is suspected."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from etude.domain.logs import ACCURACIES, series_of

# What a change has to bring before it is called the cause (docs/design/health.md).
_OF_THE_LOSS = 0.5
_MORE_ACCURACY = 0.15


class Change(StrEnum):
    """What is changed, as people are told about it."""

    INPUTS = "standardised inputs"
    TARGETS = "standardised targets"
    RATE = "the usual learning rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How a training went, epoch by epoch.

    Attributes:
      losses: in the units of the original one, also where targets were scaled.
      accuracies: empty where none was measured.
    """

    losses: Sequence[float] = ()
    accuracies: Sequence[float] = ()

    @classmethod
    def of(cls, epochs: Sequence[Mapping[str, float]]) -> "Course":
        """From what each epoch logged."""
        return cls(losses=series_of(epochs, "loss"), accuracies=series_of(epochs, *ACCURACIES))

    def is_far_better_than(self, other: "Course") -> bool:
        """Whether the same number of epochs came to half of the other's loss, or to an accuracy
        that is higher by 0.15 at no higher loss.
        """
        epochs = min(len(self.losses), len(other.losses))
        if not epochs or not math.isfinite(self.losses[epochs - 1]):
            return False
        before, after = other.losses[epochs - 1], self.losses[epochs - 1]
        if not math.isfinite(before) or after <= _OF_THE_LOSS * before:
            return True
        known = min(len(self.accuracies), len(other.accuracies)) >= epochs
        return known and after < before and self._gains(other, epochs - 1) >= _MORE_ACCURACY

    def _gains(self, other: "Course", epoch: int) -> float:
        return self.accuracies[epoch] - other.accuracies[epoch]


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraining:
    """One training with these changes.

    Attributes:
      rate: the learning rate it had, None where that is not known.
    """

    changes: Sequence[str]
    course: Course
    rate: float | None = None

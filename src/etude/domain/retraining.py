"""A training done once more from its first weights, with something changed that is suspected."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from etude.domain.logs import ACCURACIES, series_of

# What a change has to bring before it is called the cause (docs/design/health.md): half of the
# loss, or three times as much learned of what guessing costs, where the rest of that was little.
_OF_THE_LOSS = 0.5
_TIMES_AS_MUCH, _LEAST_LEARNED = 3.0, 0.1
# Less than this is not worth a look at what it was.
_ANYTHING = 0.9


class Change(StrEnum):
    """What is changed, as people are told about it."""

    INPUTS = "standardised inputs"
    TARGETS = "standardised targets"
    RATE = "the usual learning rate"
    OPTIMIZER = "Adam"
    LOSS = "cross-entropy to learn from"
    UNITS = "32 units in the hidden layers that have few"


#: These make up for much else: they are tried where nothing else is suspected, or was in vain.
LAST_RESORTS = frozenset({Change.OPTIMIZER, Change.UNITS})


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

    def is_better_than(self, other: "Course") -> bool:
        """Whether the same number of epochs came to a loss that is lower at all."""
        return self._share_of(other) <= _ANYTHING

    def is_far_better_than(self, other: "Course", *, guessing: float) -> bool:
        """Whether the same number of epochs came so much farther that it was the change.

        Args:
          guessing: the loss of one that knows nothing; infinite where that is not known.
        """
        share = self._share_of(other)
        if share <= _OF_THE_LOSS or share > 1 or not math.isfinite(guessing):
            return share <= _OF_THE_LOSS
        epochs = min(len(self.losses), len(other.losses))
        before, after = (1 - one.losses[epochs - 1] / guessing for one in (other, self))
        return after >= max(_LEAST_LEARNED, _TIMES_AS_MUCH * before)

    def _share_of(self, other: "Course") -> float:
        """Of the other's loss at the last common epoch; 0 where that is no number."""
        epochs = min(len(self.losses), len(other.losses))
        if not epochs or not math.isfinite(self.losses[epochs - 1]):
            return math.inf
        before = other.losses[epochs - 1]
        return self.losses[epochs - 1] / before if math.isfinite(before) and before > 0 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraining:
    """One training with these changes.

    Attributes:
      rate: the learning rate it had, None where that is not known.
    """

    changes: Sequence[str]
    course: Course
    rate: float | None = None

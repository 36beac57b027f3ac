"""What values of inputs and labels show together: windows of a series, rows of tokens, ranges."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Windows:
    """Windows of one series, as the values of their inputs and labels show them.

    Attributes:
      size: steps of a window; stride: steps from one window to the next.
      lead: steps from a window's last value to its first label, 1 for the value that follows; 0 and
        less lie inside the window; None when the labels are not values of the series.
      steps: values that one label has, one after the other; count: windows that were looked at.
      naive_error, naive_squared: mean absolute and squared distance of the first label from the
        last value of its window, which is what a forecast that repeats that value is off by.
      told_by_past: share of the first label's scatter that a straight line through the window, or
        what followed the windows most alike, accounts for; None where that was not asked.
    """

    size: int
    stride: int
    lead: int | None = None
    steps: int = 1
    count: int = 0
    naive_error: float | None = None
    naive_squared: float | None = None
    told_by_past: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """Where inputs of one number per example lie, in training and in validation.

    Attributes:
      trained, judged: lowest and highest number; outside: part of the validation examples that lie
        below or above all of training.
    """

    trained: Sequence[float]
    judged: Sequence[float]
    outside: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesSplit:
    """The series under the windows that ``fit`` was given as arrays, and how it was split.

    Attributes:
      shared: part of the validation windows that a training window has all steps but one of.
      ahead: part of the values to forecast in validation that training windows forecast as well,
        where windows follow each other in time.
      train, both: figures of the series under the windows (values, mean, deviation, low, high,
        lag_one), of the training part and of both parts together; empty when windows are mixed,
        or nothing was held out.
    """

    shared: float = 0.0
    ahead: float = 0.0
    train: Mapping[str, float] = field(default_factory=dict)
    both: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Rows of token numbers, texts or sequences of features, as their values show them.

    Attributes:
      padded: "first" or "last" when zeros, or steps of nothing but zeros, stand at that end of rows
        and nowhere else.
      filler: the number other than zero that fills the ends of rows up; 0 without one.
      share: part of the rows that are padded, by zeros or by the filler.
      empty: rows of nothing but zeros, texts without words.
      words: of texts the lowest, middle and highest number of words; empty for numbers.
      labels_are: "inputs" when the labels equal the inputs, "last token" when each is the last one,
        "next token" when each is the last one of the row that follows.
    """

    padded: str = ""
    filler: int = 0
    share: float = 0.0
    empty: int = 0
    words: Sequence[int] = ()
    labels_are: str = ""

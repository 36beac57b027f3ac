"""What there is to see of one run: trainings, models, data, examples and decisions."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.observations import Data, Fit, Model, Shape
from etude.domain.own_loop import Loop
from etude.domain.profile import PipelineProfile


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One example as a small picture; ``label`` and ``predicted`` are names, "" where unknown."""

    png: bytes
    label: str = ""
    predicted: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A look at a batch that a model was given: its range, and its first examples.

    Attributes:
      role: "fit" or "validation".
      shape: batch axis included; low, high: over the finite values.
      pictures, texts: of the examples that are such.
      columns, rows: of examples that are rows of a table, or series of steps; numbers or texts.
      labels: of the texts or rows, "" where unknown; pictures hold their own.
    """

    role: str
    dtype: str = ""
    shape: Shape = None
    low: float | None = None
    high: float | None = None
    pictures: Sequence[Picture] = ()
    texts: Sequence[str] = ()
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[float | str]] = ()
    labels: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """What the trained model decides about labelled examples.

    Attributes:
      role: which data: "validation", "fit", or "hidden", of which there are counts alone.
      labels: names of the classes, or their numbers.
      counts: one row per true class, one column per predicted class.
      mistakes: some of the examples that were decided wrongly, when they are pictures.
    """

    role: str
    labels: Sequence[str]
    counts: Sequence[Sequence[int]]
    mistakes: Sequence[Picture] = ()

    @property
    def examples(self) -> int:
        return sum(sum(row) for row in self.counts)

    @property
    def right(self) -> int:
        return sum(row[i] for i, row in enumerate(self.counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """What the trained model answers with numbers, beside the true ones, in the data's own order.

    Attributes:
      role: which data: "validation", else "fit".
      in_time: whether one example follows another in time, so that the order means something.
      truth, answers: one number per example; of several outputs, the first one.
    """

    role: str
    truth: Sequence[float]
    answers: Sequence[float]
    in_time: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Attributes:
    weight: by how much the probability of the class that was decided for falls when the model is
      asked without this word; below 0 where it rises.
    """

    text: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedText:
    """One example of text, and what each of its words does to the decision.

    Attributes:
      label, decided: names of the classes, or their numbers.
      sure: the probability of the class that was decided for.
      left_out: words after these ones.
    """

    label: str
    decided: str
    sure: float
    words: Sequence[Word]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WordWeights:
    """Which words the trained classifier decides by.

    Attributes:
      role: which data: "validation", else "fit".
      texts: those that were decided wrongly first.
    """

    role: str
    texts: Sequence[WeighedText]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything of one run that can be looked at.

    Attributes:
      fits, loops, models, data: for curves, graphs and tables; each as it was last seen.
      profile: of the input pipeline, when it was asked for.
      hidden: what was decided about hidden examples: counts alone, since whoever sees hidden
        examples can learn them by heart.
    """

    fits: Sequence[Fit] = ()
    loops: Sequence[Loop] = ()
    models: Sequence[Model] = ()
    data: Sequence[Data] = ()
    batches: Sequence[Batch] = ()
    confusion: Confusion | None = None
    forecast: Forecast | None = None
    words: WordWeights | None = None
    profile: PipelineProfile | None = None
    hidden: Sequence[Confusion] = ()

    @property
    def anything(self) -> bool:
        """Whether there is something to look at."""
        return bool(self.fits or self.loops or self.models or self.data or self.hidden)

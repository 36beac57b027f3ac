"""Where an input pipeline spends its time, and which changes were tried on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

# Two measurements of one pipeline differ too: `benchmarks/pipeline_profile.py` tells by how much.
_WORTH = 1.1
_MOSTLY = 0.75
# What is measured as input time and what `fit` waits for differ by as much as two measurements do.
_NEARLY_ALL = 0.8


class Change(StrEnum):
    """A change of a pipeline that is tried, one at a time."""

    PARALLEL_MAP = "parallel map"
    CACHE = "cache"
    CACHE_BYTES = "cache as bytes"
    PREFETCH = "prefetch"
    BATCH_FIRST = "batch before map"
    RESIZE_ONCE = "resize once"
    DECODE_SMALLER = "decode at reduced size"


class Bottleneck(StrEnum):
    """What a training step waits for."""

    INPUT = "input"
    COMPUTE = "compute"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageCost:
    """What one stage adds to the time of an example.

    Attributes:
      seconds: per example by the clock, without what lies below; None where it was not measured.
      share: of the whole pipeline's time, between 0 and 1.
      note: why there is no time, or what comes on top of it once per epoch.
    """

    op: str
    line: int = 0
    seconds: float | None = None
    share: float = 0.0
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedChange:
    """A change and what it brought, measured in turns with the pipeline as it is.

    Attributes:
      lines: of the learner's program that the change concerns, in order.
      before, after: examples per second; None where nothing could be measured.
      won: the part of the repetitions, next to each other, in which it was the faster one.
      difference: mean absolute difference of the data that the change makes, 0 when it makes none.
      span: highest minus lowest value of those data, to see the difference against.
      bytes_needed: memory for the whole data set, None where the change needs none or its size is
        not known.
      detail: the change's own number: "128 x 128", "ratio=2".
      refused: why it is no change to make, "" when it was tried and keeps the data.
    """

    change: Change
    lines: Sequence[int] = ()
    before: float | None = None
    after: float | None = None
    won: float = 0.0
    difference: float = 0.0
    span: float = 0.0
    bytes_needed: int | None = None
    detail: str = ""
    refused: str = ""

    @property
    def verified(self) -> bool:
        """Whether the pipeline was run with it and gave the same data, or nearly the same."""
        return not self.refused and bool(self.before) and self.after is not None

    @property
    def gain(self) -> float:
        """How many times faster; 1.0 when it was not measured."""
        if self.before is None or self.after is None or not self.before:
            return 1.0
        return self.after / self.before

    @property
    def helps(self) -> bool:
        """Verified, and faster nearly each time by more than measurements differ by themselves."""
        return self.verified and self.gain >= _WORTH and self.won >= _MOSTLY


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineProfile:
    """A pipeline's stages, what a step waits for, and the changes tried.

    Attributes:
      stages: from the source to the last one.
      examples_per_second: of the pipeline as it is; with a cache, once that is filled.
      first_epoch: the same before a cache is filled; None without a cache.
      examples_per_step: examples in one element of the pipeline, usually the batch size.
      step_seconds: one training step by the clock, None when it is not known.
      overlaps: whether the next batch is prepared while the model computes.
      unmeasured: why there are no measurements, "" when there are.
    """

    line: int = 0
    stages: Sequence[StageCost] = ()
    examples_per_second: float | None = None
    first_epoch: float | None = None
    examples_per_step: float = 1.0
    step_seconds: float | None = None
    overlaps: bool = False
    changes: Sequence[TriedChange] = ()
    unmeasured: str = ""

    @property
    def input_seconds(self) -> float | None:
        """What the input of one training step takes."""
        rate = self.examples_per_second
        return self.examples_per_step / rate if rate else None

    @property
    def bottleneck(self) -> Bottleneck:
        """What limits the training.

        Where batches are prepared meanwhile, a step takes as long as the longer of the two, so
        input limits it only when it takes nearly the whole step. Otherwise the step is their sum.
        """
        if self.input_seconds is None or not self.step_seconds:
            return Bottleneck.UNKNOWN
        part = self.input_seconds / self.step_seconds
        limit = _NEARLY_ALL if self.overlaps else 0.5
        return Bottleneck.INPUT if part >= limit else Bottleneck.COMPUTE

    @property
    def best(self) -> TriedChange | None:
        """The change that helps most, None when none does."""
        helping = [tried for tried in self.changes if tried.helps]
        return max(helping, key=lambda tried: tried.gain, default=None)


#: Of a run that was to be measured and brought nothing to measure.
NOT_PROFILED = PipelineProfile(
    unmeasured="the program made no tf.data pipeline that could be measured, or did not come so far"
)


def shares(seconds: Sequence[float | None]) -> list[float]:
    """Each one's part of the sum; what was not measured has none."""
    total = sum(one for one in seconds if one)
    return [(one or 0.0) / total if total else 0.0 for one in seconds]


def own_seconds(whole: float, below: Sequence[float]) -> float:
    """What is left of a measurement without those below; noise never makes it negative."""
    return max(0.0, whole - sum(below))

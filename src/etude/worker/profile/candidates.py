"""A changed pipeline that waits to be timed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from etude.domain.profile import Change
from etude.worker.lines import LearnerFiles
from etude.worker.profile.clock import Clock
from etude.worker.profile.steps import Step


@dataclass(frozen=True, slots=True, eq=False)
class Pipeline:
    """The pipeline to be changed, and what is needed to know how.

    Attributes:
      root: its last step; with the learner's caches over a slice that fits into memory.
      warm: whether it has such a cache.
      step_seconds: one training step, None when it is not known.
    """

    root: Step
    files: LearnerFiles
    clock: Clock
    warm: bool = False
    step_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidate:
    """One change; see ``domain.profile.TriedChange`` for what is told of it.

    Attributes:
      after: the changed pipeline; None when there is none to time, and ``refused`` says why.
      warm: it has a cache to fill first.
      work: seconds spent on each element while timing, with and without the change.
    """

    change: Change
    after: Step | None = None
    lines: Sequence[int] = field(default=())
    warm: bool = False
    work: float = 0.0
    difference: float = 0.0
    span: float = 0.0
    bytes_needed: int | None = None
    detail: str = ""
    refused: str = ""

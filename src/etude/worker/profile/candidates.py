"""A changed pipeline that waits to be timed."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from etude.domain.profile import Change
from etude.worker.lines import LearnerFiles
from etude.worker.profile.clock import Clock
from etude.worker.profile.speed import Course
from etude.worker.profile.steps import Step

NO_TIME = "there was no time left to try it"
_LOOKING = 0.1  # the part of the time left that comparing data may take


@dataclass(frozen=True, slots=True, eq=False)
class Pipeline:
    """The pipeline to be changed, and what is needed to know how.

    Attributes:
      root: its last step; with the learner's caches over a slice that fits into memory.
      course: the same, ready to be timed.
      warm: whether it has such a cache.
      step_seconds: one training step, None when it is not known.
    """

    root: Step
    course: Course
    files: LearnerFiles
    clock: Clock
    warm: bool = False
    step_seconds: float | None = None

    def affordable(self, elements: int, *, batched: bool, times: int = 1) -> int:
        """How many of so many elements may be looked at ``times`` times, 0 when time is short."""
        element = self.course.element
        each = element.seconds if batched else element.seconds / max(1, element.examples)
        return min(elements, int(self.clock.left * _LOOKING / max(1e-6, times * each)))


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

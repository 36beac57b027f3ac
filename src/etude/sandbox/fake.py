"""A sandbox that runs nothing: for tests of what is built on top of one."""

from collections.abc import Callable

from etude.domain.job import Job
from etude.domain.outcome import Isolation, Outcome
from etude.sandbox.cancellation import Cancellation
from etude.sandbox.port import ClosesOnExit, OnFrame, SandboxUnavailable, unavailable_outcome

Answer = Callable[[Job], Outcome]


class FakeSandbox(ClosesOnExit):
    """Gives canned answers, and remembers what it was asked.

    Args:
      answer: one outcome for every job, or a function of the job.
      isolation: what it claims to stand around a run.
    """

    def __init__(self, answer: Outcome | Answer, *, isolation: Isolation | None = None) -> None:
        self._answer = answer
        self._isolation = isolation or Isolation(level=3, layers={"fake": "on"})
        self._closed = False
        self.jobs: list[Job] = []

    @property
    def isolation(self) -> Isolation:
        return self._isolation

    def run(
        self,
        job: Job,
        *,
        on_frame: OnFrame | None = None,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        """The canned outcome; its frames are passed on first, as if they were arriving."""
        if self._closed:
            return unavailable_outcome(SandboxUnavailable("this sandbox has been closed"))
        self.jobs.append(job)
        outcome = self._answer if isinstance(self._answer, Outcome) else self._answer(job)
        for frame in outcome.frames:
            if on_frame is not None:
                on_frame(frame)
        return outcome

    def close(self) -> None:
        self._closed = True

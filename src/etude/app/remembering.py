"""A sandbox that keeps what its runs brought out."""

from etude.domain.job import Job
from etude.domain.outcome import Isolation, Outcome
from etude.sandbox import Cancellation, Sandbox
from etude.sandbox.port import ClosesOnExit, OnFrame


class RememberingSandbox(ClosesOnExit):
    """Passes every run on; ``outcomes`` are those of the runs, in order."""

    def __init__(self, inner: Sandbox) -> None:
        self._inner = inner
        self.outcomes: list[Outcome] = []

    @property
    def isolation(self) -> Isolation:
        return self._inner.isolation

    def run(
        self,
        job: Job,
        *,
        on_frame: OnFrame | None = None,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        outcome = self._inner.run(job, on_frame=on_frame, cancellation=cancellation)
        self.outcomes.append(outcome)
        return outcome

    def close(self) -> None:
        """The inner sandbox belongs to somebody else."""

"""A sandbox whose runs can be given up from another thread."""

from etude.domain.job import Job
from etude.domain.outcome import Isolation, Outcome
from etude.sandbox import Cancellation, Sandbox
from etude.sandbox.port import ClosesOnExit, OnFrame


class CancellableSandbox(ClosesOnExit):
    """Passes every run on, together with one cancellation for all of them."""

    def __init__(self, inner: Sandbox, cancellation: Cancellation) -> None:
        self._inner = inner
        self._cancellation = cancellation

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
        """Runs with the cancellation that this sandbox was made with."""
        chosen = cancellation or self._cancellation
        return self._inner.run(job, on_frame=on_frame, cancellation=chosen)

    def close(self) -> None:
        """The inner sandbox belongs to somebody else."""

"""The seam between étude and whatever runs learner code."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Protocol, Self

from etude.domain.job import Job
from etude.domain.outcome import Fault, Isolation, Outcome, Reason
from etude.sandbox.cancellation import Cancellation

OnFrame = Callable[[Mapping[str, Any]], None]


class SandboxUnavailable(Exception):
    """No sandbox can be had here; the message says what was expected, what came, what to try."""

    def __init__(self, message: str, *, reason: Reason = Reason.WORKER) -> None:
        super().__init__(message)
        self.reason = reason


class Sandbox(Protocol):
    """Runs jobs; one object may be used by several threads at once."""

    @property
    def isolation(self) -> Isolation:
        """What stands around a run, as probed.

        Raises:
          SandboxUnavailable: nothing can be run here.
        """

    def run(
        self,
        job: Job,
        *,
        on_frame: OnFrame | None = None,
        cancellation: Cancellation | None = None,
    ) -> Outcome:
        """Runs one job to its end; whatever goes wrong is told in the outcome.

        Args:
          on_frame: called with each fact frame as it arrives.
          cancellation: by which another thread can give the run up.
        """

    def close(self) -> None:
        """Ends what belongs to this object alone; closing twice is harmless."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...


class ClosesOnExit:
    """The context manager's half of every sandbox."""

    def close(self) -> None:
        """Overridden by each sandbox."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a run ended before its task was done."""

    fault: Fault
    reason: Reason
    detail: str


def unavailable_outcome(error: SandboxUnavailable) -> Outcome:
    """The outcome of a run that never began."""
    return Outcome(
        fault=Fault.SYSTEM,
        reason=error.reason,
        detail=str(error),
        isolation=Isolation(level=1, layers={"worker": "not running"}),
    )

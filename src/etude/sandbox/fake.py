"""A sandbox that runs nothing: for tests of what is built on top of one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePosixPath

from etude.domain.job import Job
from etude.domain.outcome import MISSING, Artifact, Fault, Isolation, Outcome, Reason
from etude.sandbox.cancellation import Cancellation, ended_by
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
        """The canned outcome, as far as the job allows it, after its frames have "arrived"."""
        if self._closed:
            return unavailable_outcome(SandboxUnavailable("this sandbox has been closed"))
        self.jobs.append(job)
        outside = next((name for name in (*job.files, *job.links) if _leaves(name)), None)
        if outside is not None:
            return self._failed(Fault.SYSTEM, Reason.LAYER, f"{outside!r} is outside the folder")
        outcome = self._answer if isinstance(self._answer, Outcome) else self._answer(job)
        given_up: list[bool] = []
        with ended_by(cancellation, lambda: given_up.append(True)):
            for frame in outcome.frames:
                if on_frame is not None and not given_up:
                    on_frame(frame)
        if given_up:
            return self._failed(Fault.LEARNER, Reason.CANCELLED, "stopped before it had ended")
        return self._with_asked_artifacts(outcome, job)

    def _failed(self, fault: Fault, reason: Reason, detail: str) -> Outcome:
        return Outcome(fault=fault, reason=reason, detail=detail, isolation=self._isolation)

    def _with_asked_artifacts(self, outcome: Outcome, job: Job) -> Outcome:
        """What is not in the answer is missing; what nobody asked for does not come out."""
        left = job.limits.artifact_bytes
        asked: dict[str, Artifact] = {}
        for name in job.artifacts:
            for found in _named(outcome, name) or [Artifact(name=name, refusal=MISSING)]:
                left -= len(found.content or b"")
                refused = Artifact(name=found.name, refusal="expected fewer bytes of artifacts")
                asked[found.name] = found if left >= 0 else refused
        return replace(outcome, artifacts=asked, isolation=self._isolation)

    def close(self) -> None:
        self._closed = True


def _leaves(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts


def _named(outcome: Outcome, name: str) -> list[Artifact]:
    """The file of that name, or the files of the folder."""
    inside = name.rstrip("/") + "/"
    return [a for a in outcome.artifacts.values() if a.name == name or a.name.startswith(inside)]

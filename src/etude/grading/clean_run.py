"""A run in a process that has files of the learner's and runs no code of theirs."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etude.checks.base import Check
from etude.domain.error import Error
from etude.domain.job import Job
from etude.domain.outcome import Fault, Isolation, Outcome, Reason
from etude.domain.task import Part
from etude.grading.heard import CLEAN_END, heard
from etude.sandbox import Sandbox

Frame = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanRun:
    """What such a run brought out.

    Attributes:
      frames: answers of the checks that were asked, and how the run ended when that says nothing
        about the files.
    """

    frames: Sequence[Frame]
    milliseconds: float
    isolation: Isolation


def of_the_file(outcome: Outcome) -> bool:
    """Whether a run ended early by what the learner's files made of it."""
    return outcome.fault is Fault.LEARNER and outcome.reason is not Reason.CANCELLED


def run_clean(
    sandbox: Sandbox,
    job: Job,
    checks: Sequence[Check],
    part: Part,
    *,
    blames_file: Callable[[Outcome], bool] = of_the_file,
) -> CleanRun:
    """Runs a job that asks ``part`` of the checks.

    Args:
      blames_file: whether an early end is told to the learner as what their files did.
    """
    started = time.perf_counter()
    outcome = sandbox.run(job)
    early = _end(outcome, checks, part, blames_file) if outcome.fault is not None else []
    return CleanRun(
        frames=[*heard(outcome.frames, part), *early],
        milliseconds=1e3 * (time.perf_counter() - started),
        isolation=outcome.isolation,
    )


def silent_probes(checks: Sequence[Check]) -> list[Frame]:
    """For files without a program: that part of every check has nothing to tell."""
    empty = {"kind": "probe", "part": str(Part.PROBE), "facts": {}}
    return [{**empty, "check": check.name} for check in checks]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Whose fault it is that a clean run says nothing about the learner's files."""

    fault: Fault
    reason: Reason
    detail: str


def ending_of(frames: Sequence[Frame]) -> Ending | None:
    """How a clean run ended that did not do its task; None when all did."""
    for frame in frames:
        if frame["kind"] == CLEAN_END:
            fault, reason = Fault(frame["fault"]), Reason(frame["reason"])
            return Ending(fault=fault, reason=reason, detail=frame["detail"])
    return None


def _end(
    clean: Outcome, checks: Sequence[Check], part: Part, blames_file: Callable[[Outcome], bool]
) -> list[Frame]:
    """What an early end says: to those of the checks that it left without an answer, or to us."""
    if not blames_file(clean):
        fault = {"fault": str(clean.fault), "reason": str(clean.reason), "detail": clean.detail}
        return [{"kind": CLEAN_END, **fault}]
    answered = {frame["check"] for frame in clean.frames if frame["kind"] == "probe"}
    error = Error(type=str(clean.reason), message=clean.detail)
    fields = {"type": error.type, "message": error.message, "frames": [], "raised_by": ""}
    return [
        {"kind": "probe", "check": check.name, "part": str(part), "error": fields}
        for check in checks
        if check.name not in answered
    ]

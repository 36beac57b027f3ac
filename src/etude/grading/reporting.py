"""Puts a report together from what a run brought out and what the checks say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from etude import decoding
from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.error import Error, ErrorFrame
from etude.domain.outcome import Fault, Outcome, Reason
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.domain.verdict import Status, Verdict
from etude.grading.clean_run import ending_of
from etude.grading.framework_log import without_framework_log
from etude.grading.heard import without_skipped

Frames = Sequence[Mapping[str, Any]]


def evidence_of(
    submission: Submission, outcome: Outcome, *, frames: Frames, verdicts: Sequence[Verdict]
) -> Evidence:
    """What diagnoses read; only the source and the verdicts when frames are not what we write.

    Args:
      outcome: of the program's run; frames: of that run and of those that followed.
    """
    source = Source(submission.file, submission.program.decode("utf-8-sig"))
    skipped = {verdict.check for verdict in verdicts if verdict.status is Status.SKIPPED}
    shown = without_skipped(frames, skipped)
    try:
        return gather(shown, source, reason=outcome.reason, verdicts=verdicts)
    except (msgspec.ValidationError, LookupError, TypeError, AttributeError):
        return Evidence(source=source, reason=outcome.reason, verdicts=verdicts)


def report_on(base: Report, evidence: Evidence, outcome: Outcome, *, frames: Frames) -> Report:
    """``base`` with everything that is to be told; mistakes are looked for unless all passed."""
    verdicts = evidence.verdicts
    fault, reason, detail = _fault(outcome, frames)
    return replace(
        base,
        fault=fault,
        reason=reason,
        detail=detail,
        error=evidence.error,
        stopped_at=_last_seen(frames) if fault is Fault.LEARNER else None,
        verdicts=verdicts,
        findings=[] if _all_passed(verdicts) else diagnose(evidence),
        output=outcome.stdout,
        errors_output=without_framework_log(outcome.stderr),
        isolation=outcome.isolation,
        phases=outcome.phases,
    )


def report_on_unreadable(base: Report, refused: Error) -> Report:
    """``base`` for a program that Python cannot read."""
    return replace(
        base,
        fault=Fault.LEARNER,
        reason=Reason.EXCEPTION,
        detail=f"{refused.type}: {refused.message}",
        error=refused,
    )


def _all_passed(verdicts: Sequence[Verdict]) -> bool:
    return all(verdict.status is Status.PASSED for verdict in verdicts)


def _fault(outcome: Outcome, frames: Frames) -> tuple[Fault | None, Reason | None, str]:
    """The outcome's, or that of a clean run whose end says nothing about the learner's files."""
    if outcome.fault is not None:
        return outcome.fault, outcome.reason, outcome.detail
    ending = ending_of(frames)
    return (ending.fault, ending.reason, ending.detail) if ending else (None, None, "")


def _last_seen(frames: Frames) -> ErrorFrame | None:
    """Where the program was when it was last looked at."""
    for frame in reversed(frames):
        if frame["kind"] == "where":
            fields = {name: frame.get(name) for name in ("file", "line", "function")}
            try:
                return decoding.convert(fields, ErrorFrame)
            except msgspec.ValidationError:  # not a frame that we wrote
                return None
    return None

"""Grades one submission: runs it, judges the facts, explains the mistakes."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from etude.checks.base import Check
from etude.diagnoses.diagnose import diagnose
from etude.diagnoses.evidence import Evidence, gather
from etude.diagnoses.source import Source
from etude.domain.exercise import Exercise
from etude.domain.observations import Error, ErrorFrame
from etude.domain.outcome import Fault, Outcome, Reason
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.domain.submission import Submission
from etude.domain.task import Part
from etude.domain.verdict import Status, Verdict
from etude.grading.framework_log import without_framework_log
from etude.grading.heard import CLEAN_END, heard, without_skipped
from etude.grading.judge import hidden_confusions, judged
from etude.grading.plan import DataSource, clean_job, program_job
from etude.grading.seen import seen_if_sound
from etude.grading.unreadable import unreadable
from etude.sandbox import Sandbox

Frames = list[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Graded:
    """A report, and what there is to see of the run; None when the program wrote other facts."""

    report: Report
    seen: Seen | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grader:
    """Grades submissions in a sandbox.

    Attributes:
      on_frame: called with facts as they arrive, for live views.
      on_verdict: called with each verdict as it is judged; again when a second look changes it.
    """

    sandbox: Sandbox
    data: DataSource
    versions: Mapping[str, str]
    on_frame: Callable[[Mapping[str, Any]], None] | None = None
    on_verdict: Callable[[Verdict], None] | None = None

    def grade(self, exercise: Exercise, submission: Submission, checks: Sequence[Check]) -> Report:
        """The report on a submission; never raises for what the learner wrote."""
        return self._graded(exercise, submission, checks).report

    def grade_and_show(
        self, exercise: Exercise, submission: Submission, checks: Sequence[Check]
    ) -> Graded:
        """The report, and what there is to see; never raises for what the learner wrote."""
        ran = self._graded(exercise, submission, checks)
        if ran.evidence is None:
            return Graded(report=ran.report)
        hidden = hidden_confusions(checks, ran.frames, self.data.hidden)
        seen = seen_if_sound(ran.frames, ran.evidence, hidden=hidden)
        return Graded(report=ran.report, seen=seen)

    def _graded(
        self, exercise: Exercise, submission: Submission, checks: Sequence[Check]
    ) -> "_Ran":
        base = Report(exercise=exercise.id, file=submission.file, versions=self.versions)
        refused = unreadable(submission)
        if refused is not None:
            report = replace(
                base,
                fault=Fault.LEARNER,
                reason=Reason.EXCEPTION,
                detail=f"{refused.type}: {refused.message}",
                error=refused,
                verdicts=[check.skipped("a file that Python can read") for check in checks],
            )
            return _Ran(report=report)
        return self._run(base, exercise, submission, checks)

    def _run(
        self, base: Report, exercise: Exercise, submission: Submission, checks: Sequence[Check]
    ) -> "_Ran":
        job = program_job(exercise, submission, checks, self.data)
        outcome = self.sandbox.run(job, on_frame=self.on_frame)
        frames: Frames = heard(outcome.frames, Part.PROBE)
        phases = dict(outcome.phases)
        if outcome.fault is None:
            frames += self._reload(exercise, outcome, checks, phases)
        started = time.perf_counter()
        verdicts = self._judge(checks, frames, outcome)
        if outcome.fault is None:
            more = self._what_if(exercise, outcome, checks, verdicts, phases)
            if more:
                frames += more
                verdicts = self._judge(checks, frames, outcome, told=verdicts)
        evidence = _evidence(submission, outcome, frames, verdicts)
        report = self._report(base, evidence, outcome, frames, phases, started)
        return _Ran(report=report, frames=frames, evidence=evidence)

    def _judge(
        self,
        checks: Sequence[Check],
        frames: Frames,
        outcome: Outcome,
        *,
        told: Sequence[Verdict] = (),
    ) -> Sequence[Verdict]:
        """``told``: verdicts that need not be told again."""
        verdicts = []
        for verdict in judged(checks, frames, outcome, self.data.hidden):
            verdicts.append(verdict)
            if self.on_verdict is not None and verdict not in told:
                self.on_verdict(verdict)
        return verdicts

    def _reload(
        self,
        exercise: Exercise,
        outcome: Outcome,
        checks: Sequence[Check],
        phases: dict[str, float],
    ) -> Frames:
        asked = [check for check in checks if check.reloads]
        return self._clean_run(exercise, outcome, asked, Part.RELOAD, phases)

    def _what_if(
        self,
        exercise: Exercise,
        outcome: Outcome,
        checks: Sequence[Check],
        verdicts: Sequence[Verdict],
        phases: dict[str, float],
    ) -> Frames:
        failed = {verdict.check for verdict in verdicts if verdict.status is Status.FAILED}
        asked = [check for check in checks if check.asks_what_if and check.name in failed]
        return self._clean_run(exercise, outcome, asked, Part.WHAT_IF, phases)

    def _clean_run(
        self,
        exercise: Exercise,
        outcome: Outcome,
        checks: Sequence[Check],
        part: Part,
        phases: dict[str, float],
    ) -> Frames:
        if not checks:
            return []
        started = time.perf_counter()
        clean = self.sandbox.run(clean_job(exercise, outcome, checks, part, self.data))
        phases[str(part)] = 1e3 * (time.perf_counter() - started)
        return [*heard(clean.frames, part), *_end_of_clean_run(clean, checks, part)]

    def _report(
        self,
        base: Report,
        evidence: Evidence,
        outcome: Outcome,
        frames: Frames,
        phases: dict[str, float],
        started: float,
    ) -> Report:
        verdicts = evidence.verdicts
        findings = [] if _all_passed(verdicts) else diagnose(evidence)
        phases["judging"] = 1e3 * (time.perf_counter() - started)
        fault, reason, detail = _fault(outcome, frames)
        return replace(
            base,
            fault=fault,
            reason=reason,
            detail=detail,
            error=evidence.error,
            stopped_at=_last_seen(frames) if fault is Fault.LEARNER else None,
            verdicts=verdicts,
            findings=findings,
            output=outcome.stdout,
            errors_output=without_framework_log(outcome.stderr),
            isolation=outcome.isolation,
            phases=phases,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ran:
    """Attributes: evidence: None when the program was not run."""

    report: Report
    frames: Sequence[Mapping[str, Any]] = ()
    evidence: Evidence | None = None


def _evidence(
    submission: Submission, outcome: Outcome, frames: Frames, verdicts: Sequence[Verdict]
) -> Evidence:
    """What diagnoses read; only the source and the verdicts when frames are not what we write."""
    source = Source(submission.file, submission.program.decode("utf-8-sig"))
    skipped = {verdict.check for verdict in verdicts if verdict.status is Status.SKIPPED}
    shown = without_skipped(frames, skipped)
    try:
        return gather(shown, source, reason=outcome.reason, verdicts=verdicts)
    except (msgspec.ValidationError, LookupError, TypeError, AttributeError):
        return Evidence(source=source, reason=outcome.reason, verdicts=verdicts)


def _all_passed(verdicts: Sequence[Verdict]) -> bool:
    return all(verdict.status is Status.PASSED for verdict in verdicts)


def _fault(outcome: Outcome, frames: Frames) -> tuple[Fault | None, Reason | None, str]:
    """The outcome's, or that of a clean run whose end says nothing about the learner's files."""
    if outcome.fault is not None:
        return outcome.fault, outcome.reason, outcome.detail
    for frame in frames:
        if frame["kind"] == CLEAN_END:
            return Fault(frame["fault"]), Reason(frame["reason"]), frame["detail"]
    return None, None, ""


def _last_seen(frames: Frames) -> ErrorFrame | None:
    """Where the program was when it was last looked at."""
    for frame in reversed(frames):
        if frame["kind"] == "where":
            fields = {name: frame.get(name) for name in ("file", "line", "function")}
            try:
                return msgspec.convert(fields, ErrorFrame)
            except msgspec.ValidationError:  # not a frame that we wrote
                return None
    return None


def _end_of_clean_run(clean: Outcome, checks: Sequence[Check], part: Part) -> Frames:
    """A clean run that did not end well: its checks get the reason as the learner's error."""
    if clean.fault is None:
        return []
    if clean.fault is not Fault.LEARNER or clean.reason is Reason.CANCELLED:
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

"""Grades one submission: runs it, judges the facts, explains the mistakes."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from etude.checks.base import Check
from etude.diagnoses.evidence import Evidence
from etude.domain.exercise import Exercise
from etude.domain.outcome import Outcome
from etude.domain.report import Report
from etude.domain.seen import Seen
from etude.domain.submission import Submission
from etude.domain.task import Part
from etude.domain.verdict import Status, Verdict
from etude.grading.clean_run import run_clean
from etude.grading.heard import heard
from etude.grading.judge import judged
from etude.grading.plan import SEED, DataSource, clean_job, program_job
from etude.grading.reporting import evidence_of, report_on, report_on_unreadable
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
      seed: of Keras in the program's run; of every learner's the same, so that reports agree.
      profile_seconds: for measuring the input pipeline after the run, for ``Seen.profile``.
      on_frame: called with facts as they arrive, for live views.
      on_verdict: called with each verdict as it is judged; again when a second look changes it.
    """

    sandbox: Sandbox
    data: DataSource
    versions: Mapping[str, str]
    seed: int = SEED
    profile_seconds: float = 0.0
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
        return Graded(report=ran.report, seen=seen_if_sound(ran.frames, ran.evidence))

    def _graded(
        self, exercise: Exercise, submission: Submission, checks: Sequence[Check]
    ) -> "_Ran":
        base = Report(exercise=exercise.id, file=submission.file, versions=self.versions)
        refused = unreadable(submission)
        if refused is not None:
            skipped = [check.skipped("a file that Python can read") for check in checks]
            return _Ran(report=replace(report_on_unreadable(base, refused), verdicts=skipped))
        return self._run(base, exercise, submission, checks)

    def _run(
        self, base: Report, exercise: Exercise, submission: Submission, checks: Sequence[Check]
    ) -> "_Ran":
        job = program_job(
            exercise,
            submission,
            checks,
            self.data,
            seed=self.seed,
            profile_seconds=self.profile_seconds,
        )
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
        evidence = evidence_of(submission, outcome, frames=frames, verdicts=verdicts)
        report = report_on(base, evidence, outcome, frames=frames)
        phases["judging"] = 1e3 * (time.perf_counter() - started)
        return _Ran(report=replace(report, phases=phases), frames=frames, evidence=evidence)

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
        job = clean_job(exercise, outcome, checks, part, self.data)
        clean = run_clean(self.sandbox, job, checks, part)
        phases[str(part)] = clean.milliseconds
        return list(clean.frames)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ran:
    """Attributes: evidence: None when the program was not run."""

    report: Report
    frames: Sequence[Mapping[str, Any]] = ()
    evidence: Evidence | None = None

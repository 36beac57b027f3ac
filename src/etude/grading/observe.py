"""Runs a program and judges nothing: what it did, what it printed, and the files that it wrote."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from etude.domain.exercise import Exercise
from etude.domain.outcome import Outcome
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.domain.task import Part
from etude.domain.verdict import Verdict
from etude.grading.heard import heard
from etude.grading.plan import DataSource, program_job
from etude.grading.reporting import evidence_of, report_on, report_on_unreadable
from etude.grading.unreadable import unreadable
from etude.sandbox import Cancellation, Sandbox


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """Attributes: report: without a verdict; outcome: None when Python cannot read the program."""

    report: Report
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Observer:
    """Runs programs in a sandbox.

    Attributes:
      on_frame: called with facts as they arrive; cancellation: gives the run up.
    """

    sandbox: Sandbox
    data: DataSource
    versions: Mapping[str, str]
    on_frame: Callable[[Mapping[str, Any]], None] | None = None
    cancellation: Cancellation | None = None

    def observe(
        self, exercise: Exercise, submission: Submission, artifacts: Sequence[str]
    ) -> Observed:
        """Runs a program; what it raises is part of the report.

        Args:
          artifacts: files to bring out; a name ending in "/" is a folder.
        """
        base = Report(exercise=exercise.id, file=submission.file, versions=self.versions)
        refused = unreadable(submission)
        if refused is not None:
            return Observed(report=report_on_unreadable(base, refused))
        job = replace(program_job(exercise, submission, (), self.data), artifacts=tuple(artifacts))
        outcome = self.sandbox.run(job, on_frame=self.on_frame, cancellation=self.cancellation)
        return Observed(report=explain(base, submission, outcome, ()), outcome=outcome)


def explain(
    base: Report, submission: Submission, outcome: Outcome, verdicts: Sequence[Verdict]
) -> Report:
    """The report on what a program did, in the light of verdicts on the file that it wrote."""
    frames = heard(outcome.frames, Part.PROBE)
    evidence = evidence_of(submission, outcome, frames=frames, verdicts=verdicts)
    return report_on(base, evidence, outcome, frames=frames)

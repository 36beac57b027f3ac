"""Everything one submission is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding
from etude.domain.outcome import Fault, Isolation, Reason
from etude.domain.verdict import Status, Verdict

REPORT_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The result of grading one submission; the same one gives the same report but for times.

    Attributes:
      fault, reason, detail: why there is no full judgement; None when every check was judged.
      stopped_at: where the program was when it was cut off; in a loop, one line of it.
      findings: diagnoses, the root cause first.
      output: what the program printed, shortened in the middle; may hold times.
      errors_output: what it wrote to standard error, without TensorFlow's log; may hold times.
      phases: milliseconds per phase; but for times, two runs give the same report.
      versions: of étude, TensorFlow, Keras and Python.
    """

    exercise: str
    file: str
    version: int = REPORT_VERSION
    fault: Fault | None = None
    reason: Reason | None = None
    detail: str = ""
    error: Error | None = None
    stopped_at: ErrorFrame | None = None
    verdicts: Sequence[Verdict] = ()
    findings: Sequence[Finding] = ()
    output: str = ""
    errors_output: str = ""
    isolation: Isolation = field(default_factory=lambda: Isolation(level=1))
    versions: Mapping[str, str] = field(default_factory=dict)
    phases: Mapping[str, float] = field(default_factory=dict)

    @property
    def passed(self) -> bool:
        """Whether every check passed, in a program that ended as it should."""
        judged = self.fault is None and bool(self.verdicts)
        return judged and all(v.status is Status.PASSED for v in self.verdicts)

    @property
    def points(self) -> int:
        return sum(verdict.points for verdict in self.verdicts)

    @property
    def of(self) -> int:
        """The most points that can be had."""
        return sum(verdict.of for verdict in self.verdicts)

    @property
    def milliseconds(self) -> float:
        """What grading took: the phases that do not lie inside another."""
        apart = ("total", "reload", "what_if", "judging")
        return sum(self.phases.get(name, 0.0) for name in apart)

    @property
    def first_failure(self) -> Verdict | None:
        return next((v for v in self.verdicts if v.status is Status.FAILED), None)

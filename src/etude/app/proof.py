"""Statements about an exercise: what a report must be like, and whether it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from etude.domain.exercise import Exercise
from etude.domain.outcome import Fault
from etude.domain.report import Report
from etude.domain.submission import Submission


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """What an answer to a question was told.

    Attributes:
      program: its path in the question's folder; seed: of the variant.
    """

    program: str
    seed: int
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The result of one statement about an exercise.

    Attributes:
      problem: why it does not hold, "" when it does.
      got: of a statement about the mark of an answer to a question.
    """

    exercise: str
    statement: str
    problem: str = ""
    got: Got | None = None

    @property
    def holds(self) -> bool:
        return not self.problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a report must be like; ``problem`` says how it is not, "" when it is."""

    statement: str
    problem: Callable[[Report], str]


def proof_of(exercise: Exercise, statement: str, problem: str) -> Proof:
    """The proof of a statement that names its variant, if it is about one."""
    of = f"seed {exercise.seed}: " if exercise.seed else ""
    return Proof(exercise=exercise.id, statement=f"{of}{statement}", problem=problem)


def within_limits(exercise: Exercise) -> Expectation:
    allowed = 1e3 * exercise.limits.wall_seconds / 2

    def problem(report: Report) -> str:
        spent = report.milliseconds
        return "" if spent <= allowed else f"took {spent:.0f} ms of {allowed:.0f} ms"

    return Expectation(statement="takes at most half of its time limit", problem=problem)


def told(report: Report) -> str:
    """What the report says first against the answer."""
    if report.fault is not None:
        return f"{report.fault}: {report.detail}"
    failure = report.first_failure
    if failure is None:
        return "nothing failed"
    return f"{failure.check}: expected {failure.expected}; received {failure.received}"


def _failing_problem(report: Report) -> str:
    if report.passed:
        return "it passes"
    if report.fault not in (None, Fault.LEARNER):
        return f"fails by a fault of the {report.fault}: {report.detail}"
    return ""


def _answer_problem(report: Report) -> str:
    if not report.passed:
        return told(report)
    return f"found {report.findings[0].diagnosis}" if report.findings else ""


MUST_NOT_PASS = Expectation(
    statement="fails, by the learner's fault",
    problem=_failing_problem,
)
MUST_PASS = Expectation(statement="passes with no finding", problem=_answer_problem)


class Proves(Protocol):
    """Whatever proves an exercise of one kind."""

    def prove(self, exercise: Exercise, /) -> Iterator[Proof]: ...

    def prove_right_answers(self, exercise: Exercise, /) -> Iterator[Proof]: ...


def answer(exercise: Exercise, text: str) -> Submission:
    """A program of the author's, handed in as a learner's would be."""
    return Submission(
        exercise=exercise.id,
        file=exercise.file_name,
        files={exercise.file_name: text.encode()},
        seed=exercise.seed,
    )

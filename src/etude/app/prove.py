"""Proves an exercise right: what must fail fails, what must pass passes, and the content agrees."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etude.app.proof import (
    MUST_NOT_PASS,
    MUST_PASS,
    Expectation,
    Proof,
    answer,
    proof_of,
    within_limits,
)
from etude.app.prove_content import content_problems
from etude.app.prove_diagnosis import must_be_told, must_fail
from etude.app.prove_nothing import prove_no_constant_passes, prove_nothing_passes
from etude.app.remembering import RememberingSandbox
from etude.catalog.marking import read_checks
from etude.catalog.texts import read_text
from etude.checks.base import Check
from etude.domain.exercise import Exercise
from etude.domain.report import Report
from etude.grading.grade import Grader


@dataclass(frozen=True, slots=True, kw_only=True)
class Prover:
    """Runs an exercise's own files through the grader, as learners' submissions."""

    grader: Grader
    known_diagnoses: frozenset[str]

    def prove(self, exercise: Exercise) -> Iterator[Proof]:
        """Every statement that must hold, as each is tried; of a variant, those about itself."""
        content = list(content_problems(exercise))
        yield proof_of(exercise, "its files are complete", "; ".join(content))
        if not content:
            yield from self._prove_answers(exercise, read_checks(exercise))

    def prove_right_answers(self, exercise: Exercise) -> Iterator[Proof]:
        """That the solution and every accepted answer pass, as with another TensorFlow."""
        checks = read_checks(exercise)
        for path in (exercise.folder / "solution.py", *_accepted(exercise)):
            yield self._proof(exercise, checks, path, MUST_PASS)

    def _prove_answers(self, exercise: Exercise, checks: Sequence[Check]) -> Iterator[Proof]:
        folder = exercise.folder
        yield self._proof(exercise, checks, folder / "starter.py", MUST_NOT_PASS)
        yield from prove_nothing_passes(
            exercise, lambda text: self._graded_text(exercise, checks, text)
        )
        yield from self._prove_solution(exercise, checks)
        for path in _accepted(exercise):
            yield self._proof(exercise, checks, path, MUST_PASS)
        for path in sorted((folder / "mistakes").glob("*.py")):
            must = self._must(exercise, checks, path)
            yield self._proof(exercise, checks, path, must)

    def _must(self, exercise: Exercise, checks: Sequence[Check], path: Path) -> Expectation:
        """A wrong answer is named after its diagnosis, or after the check that it fails first."""
        name = path.stem.partition("__")[0]
        if name in {check.name for check in checks}:
            return must_fail(name)
        return must_be_told(name, _text(exercise, path), known=self.known_diagnoses)

    def _prove_solution(self, exercise: Exercise, checks: Sequence[Check]) -> Iterator[Proof]:
        path = exercise.folder / "solution.py"
        sandbox = RememberingSandbox(self.grader.sandbox)
        remembering = replace(self, grader=replace(self.grader, sandbox=sandbox))
        report = remembering._graded(exercise, checks, path)
        for expectation in (MUST_PASS, within_limits(exercise)):
            yield _proof(exercise, path, expectation, report)
        hidden = self.grader.data.hidden
        yield from prove_no_constant_passes(exercise, checks, sandbox.outcomes, hidden)
        if not exercise.seed:
            yield _same(exercise, report, self._graded(exercise, checks, path))

    def _proof(
        self,
        exercise: Exercise,
        checks: Sequence[Check],
        path: Path,
        expectation: Expectation,
    ) -> Proof:
        return _proof(exercise, path, expectation, self._graded(exercise, checks, path))

    def _graded(self, exercise: Exercise, checks: Sequence[Check], path: Path) -> Report:
        return self._graded_text(exercise, checks, _text(exercise, path))

    def _graded_text(self, exercise: Exercise, checks: Sequence[Check], text: str) -> Report:
        return self.grader.grade(exercise, answer(exercise, text), checks)


def _accepted(exercise: Exercise) -> list[Path]:
    return sorted((exercise.folder / "accepted").glob("*.py"))


def _proof(exercise: Exercise, path: Path, expectation: Expectation, report: Report) -> Proof:
    statement = f"{path.relative_to(exercise.folder)} {expectation.statement}"
    return proof_of(exercise, statement, expectation.problem(report))


def _same(exercise: Exercise, *reports: Report) -> Proof:
    # What a program prints may hold times, as the progress bars of fit do.
    first, second = (replace(report, phases={}, output="", errors_output="") for report in reports)
    problem = "" if first == second else _difference(first, second)
    return proof_of(exercise, "the same answer gets the same report", problem)


def _difference(first: Report, second: Report) -> str:
    for field in first.__dataclass_fields__:
        if getattr(first, field) != getattr(second, field):
            one, other = getattr(first, field), getattr(second, field)
            return f"{field} differs: {one!r} and {other!r}"[:500]
    return "they differ"


def _text(exercise: Exercise, path: Path) -> str:
    return read_text(exercise, path.relative_to(exercise.folder).as_posix())

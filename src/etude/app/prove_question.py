"""Proves a question of an exam right: each of its answers gets the mark that it should."""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etude.app.do_nothing import do_nothing
from etude.app.proof import Expectation, Got, Proof, answer, proof_of, told, within_limits
from etude.app.prove_diagnosis import marked_lines, must_be_told
from etude.app.prove_draws import prove_every_draw_is_fair
from etude.app.prove_nothing import prove_no_constant_passes
from etude.app.remembering import RememberingSandbox
from etude.catalog.marking import read_checks
from etude.catalog.texts import read_text
from etude.checks.base import Check
from etude.domain.exam import BEST_MARK
from etude.domain.exercise import Exercise
from etude.domain.outcome import Fault
from etude.domain.report import Report
from etude.domain.syntax import parse
from etude.grading.grade import Grader

_SECTIONS = ("## Goal", "## Given", "## Do", "## Marks")
_FILES = ("README.md", "starter.py", "solution.py", "checks.py", "variants.py", "design.md")
_LEVEL = re.compile(r"(?P<mark>[1-4])_\w+")
_SOLUTION = "solution.py"
_LEVELS = "levels/"
_LEAST_LEVELS = 2
_LEAST_ACCEPTED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionProver:
    """Runs a question's own files through the grader, as candidates' programs."""

    grader: Grader
    known_diagnoses: frozenset[str]

    def prove(self, question: Exercise) -> Iterator[Proof]:
        """Every statement that must hold, as each is tried."""
        content = list(_content_problems(question))
        yield proof_of(question, "its files are complete", "; ".join(content))
        if not content:
            yield from self._prove_marks(question, read_checks(question))

    def _prove_marks(self, question: Exercise, checks: Sequence[Check]) -> Iterator[Proof]:
        nothing = self._graded(question, checks, do_nothing(question))
        yield proof_of(question, "an answer that does nothing gets 0", _unlike(nothing, 0))
        for path in _answers(question):
            yield from self._prove_answer(question, checks, path)

    def prove_right_answers(self, question: Exercise) -> Iterator[Proof]:
        """That the solution and accepted answers get full marks, as with another TensorFlow."""
        checks = read_checks(question)
        for path in _answers(question):
            if _mark(question, path) == BEST_MARK:
                yield from self._prove_answer(question, checks, path)

    def _prove_answer(
        self, question: Exercise, checks: Sequence[Check], path: str
    ) -> Iterator[Proof]:
        if path == _SOLUTION:
            yield from self._prove_solution(question, checks)
        else:
            yield from self._proofs(question, checks, path)

    def _proofs(self, question: Exercise, checks: Sequence[Check], path: str) -> Iterator[Proof]:
        report = self._graded(question, checks, read_text(question, path))
        yield replace(
            _proof(question, path, _gets(_mark(question, path)), report),
            got=Got(program=path, seed=question.seed, report=report),
        )
        for expectation in self._expectations(question, path):
            yield _proof(question, path, expectation, report)

    def _expectations(self, question: Exercise, path: str) -> Iterator[Expectation]:
        """Those beside the mark."""
        if path == _SOLUTION:
            yield within_limits(question)
        if path.startswith(_LEVELS):
            text = read_text(question, path)
            for name in marked_lines(text):
                yield must_be_told(name, text, known=self.known_diagnoses)

    def _prove_solution(self, question: Exercise, checks: Sequence[Check]) -> Iterator[Proof]:
        """Also that every bar is above all constants, and below it on the rows of any sitting."""
        sandbox = RememberingSandbox(self.grader.sandbox)
        remembering = replace(self, grader=replace(self.grader, sandbox=sandbox))
        yield from remembering._proofs(question, checks, _SOLUTION)
        hidden = self.grader.data.hidden
        yield from prove_no_constant_passes(question, checks, sandbox.outcomes, hidden)
        yield from prove_every_draw_is_fair(question, checks, sandbox.outcomes, hidden)

    def _graded(self, question: Exercise, checks: Sequence[Check], text: str) -> Report:
        return self.grader.grade(question, answer(question, text), checks)


def _answers(question: Exercise) -> Iterator[str]:
    yield "starter.py"
    yield _SOLUTION
    for folder in ("accepted", "levels"):
        yield from (f"{folder}/{path.name}" for path in _programs(question, folder))


def _proof(question: Exercise, path: str, expectation: Expectation, report: Report) -> Proof:
    return proof_of(question, f"{path} {expectation.statement}", expectation.problem(report))


def _mark(question: Exercise, path: str) -> int:
    if path == "starter.py":
        return _starter_mark(question)
    level = _LEVEL.fullmatch(Path(path).stem)
    return int(level["mark"]) if path.startswith(_LEVELS) and level else BEST_MARK


def _starter_mark(question: Exercise) -> int:
    """That of the level with the same program, where a program is to be mended; else 0."""
    starter = _program(question, "starter.py")
    paths = [f"levels/{path.name}" for path in _programs(question, "levels")]
    return next((_mark(question, path) for path in paths if _program(question, path) == starter), 0)


def _program(question: Exercise, path: str) -> str:
    """Its statements without comments, which mark mistakes in a level and tasks in a starter."""
    tree = parse(read_text(question, path))
    return ast.dump(ast.Module(body=tree.body[1:], type_ignores=[]))


def _gets(mark: int) -> Expectation:
    return Expectation(
        statement=f"gets {mark} of {BEST_MARK}", problem=lambda report: _unlike(report, mark)
    )


def _unlike(report: Report, mark: int) -> str:
    if report.fault not in (None, Fault.LEARNER):
        return f"a fault of the {report.fault}: {report.detail}"
    return "" if report.points == mark else f"gets {report.points}; {told(report)}"


def _content_problems(question: Exercise) -> Iterator[str]:
    """What is missing, and what one file says against another."""
    missing = [name for name in _FILES if not (question.folder / name).is_file()]
    if missing:
        yield f"missing: {', '.join(missing)}"
        return
    statement = read_text(question, "README.md")
    yield from (f"README.md lacks {s!r}" for s in _SECTIONS if s not in statement)
    if "TODO" not in read_text(question, "starter.py"):
        yield "starter.py has no TODO"
    yield from _wrong_marks(question)
    levels = [path.name for path in _programs(question, "levels")]
    misnamed = [name for name in levels if not _LEVEL.fullmatch(name.removesuffix(".py"))]
    yield from (f"levels/{name} is not called MARK_WHAT.py, MARK from 1 to 4" for name in misnamed)
    if len(levels) < _LEAST_LEVELS:
        yield f"fewer than {_LEAST_LEVELS} levels between nothing and the solution"
    if len(_programs(question, "accepted")) < _LEAST_ACCEPTED:
        yield "no accepted answer"


def _wrong_marks(question: Exercise) -> Iterator[str]:
    """Marks come from the artifact alone, and sum to 5."""
    checks = read_checks(question)
    best = sum(check.points for check in checks)
    if best != BEST_MARK:
        yield f"checks.py: the points sum to {best}, not to {BEST_MARK}"
    for check in checks:
        if not check.reloads or not check.artifacts:
            yield f"checks.py: {check.name} does not judge a file that is handed in"


def _programs(question: Exercise, folder: str) -> list[Path]:
    return sorted((question.folder / folder).glob("*.py"))

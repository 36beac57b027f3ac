"""Proves an exercise right: what must fail fails, what must pass passes, and the content agrees."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etude.catalog.marking import read_checks
from etude.catalog.texts import read_text, stands_in
from etude.checks.base import Check
from etude.domain.exercise import Exercise
from etude.domain.lines import source_lines
from etude.domain.outcome import Fault
from etude.domain.report import Report
from etude.domain.submission import Submission
from etude.grading.grade import Grader

_MARK = re.compile(r"#\s*diagnosis:\s*(?P<name>\w+)")
_SECTIONS = ("## Goal", "## Given", "## Do", "## Passes when")
_FILES = ("README.md", "starter.py", "solution.py", "checks.py", "hints.md")
_LEAST_ACCEPTED = 2
_LEAST_MISTAKES = 3
_HINTS = ("## 1", "## 2", "## 3")
# A line shorter than this, such as `return model`, gives nothing away in a hint.
_TELLING_LINE = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """The result of one statement about an exercise; ``problem`` is empty when it holds."""

    exercise: str
    statement: str
    problem: str = ""

    @property
    def holds(self) -> bool:
        return not self.problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """What a report must be like; ``problem`` says how it is not, "" when it is."""

    statement: str
    problem: Callable[[Report], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prover:
    """Runs an exercise's own files through the grader, as learners' submissions."""

    grader: Grader
    known_diagnoses: frozenset[str]

    def prove(self, exercise: Exercise) -> Iterator[Proof]:
        """Every statement that must hold, as each is tried; of a variant, those about itself."""
        content = list(_content_problems(exercise))
        yield Proof(
            exercise=exercise.id,
            statement=_of_variant(exercise, "its files are complete"),
            problem="; ".join(content),
        )
        if not content:
            checks = read_checks(exercise)
            yield from self._prove_answers(exercise, checks)

    def _prove_answers(self, exercise: Exercise, checks: Sequence[Check]) -> Iterator[Proof]:
        folder = exercise.folder
        yield from self._proofs(exercise, checks, folder / "starter.py", _must_not_pass)
        yield from self._prove_solution(exercise, checks)
        for path in sorted((folder / "accepted").glob("*.py")):
            yield from self._proofs(exercise, checks, path, _must_pass)
        for path in sorted((folder / "mistakes").glob("*.py")):
            must = self._must_be_diagnosed(path.stem, _text(exercise, path))
            yield from self._proofs(exercise, checks, path, must)

    def _prove_solution(self, exercise: Exercise, checks: Sequence[Check]) -> Iterator[Proof]:
        path = exercise.folder / "solution.py"
        report = self._graded(exercise, checks, path)
        for expectation in (_must_pass, _within_limits(exercise)):
            yield _proof(exercise, path, expectation, report)
        if not exercise.seed:
            yield _same(exercise, report, self._graded(exercise, checks, path))

    def _proofs(
        self,
        exercise: Exercise,
        checks: Sequence[Check],
        path: Path,
        expectation: Expectation,
    ) -> Iterator[Proof]:
        yield _proof(exercise, path, expectation, self._graded(exercise, checks, path))

    def _graded(self, exercise: Exercise, checks: Sequence[Check], path: Path) -> Report:
        return self.grader.grade(exercise, _submission(exercise, path), checks)

    def _must_be_diagnosed(self, stem: str, text: str) -> Expectation:
        name = stem.partition("__")[0]
        lines = _marked_lines(text, name)
        return Expectation(
            statement=f"is told {name} first, at its line",
            problem=lambda report: self._misdiagnosed(report, name, lines),
        )

    def _misdiagnosed(self, report: Report, name: str, lines: Sequence[int]) -> str:
        if name not in self.known_diagnoses:
            return f"there is no diagnosis {name!r}"
        if report.passed:
            return "it passes"
        if not report.findings:
            return f"no finding; {_told(report)}"
        first = report.findings[0]
        if first.diagnosis != name:
            return f"told {first.diagnosis} first (line {first.line}: {first.evidence})"
        if lines and first.line not in lines:
            return f"points at line {first.line}, not at {' or '.join(map(str, lines))}"
        return "" if lines else f"no line is marked with '# diagnosis: {name}'"


def _proof(exercise: Exercise, path: Path, expectation: Expectation, report: Report) -> Proof:
    told = f"{path.relative_to(exercise.folder)} {expectation.statement}"
    return Proof(
        exercise=exercise.id,
        statement=_of_variant(exercise, told),
        problem=expectation.problem(report),
    )


def _of_variant(exercise: Exercise, statement: str) -> str:
    return f"seed {exercise.seed}: {statement}" if exercise.seed else statement


def _same(exercise: Exercise, *reports: Report) -> Proof:
    # What a program prints may hold times, as the progress bars of fit do.
    first, second = (replace(report, phases={}, output="", errors_output="") for report in reports)
    problem = "" if first == second else _difference(first, second)
    return Proof(
        exercise=exercise.id, statement="the same answer gets the same report", problem=problem
    )


def _starter_problem(report: Report) -> str:
    if report.passed:
        return "the starter passes"
    if report.fault not in (None, Fault.LEARNER):
        return f"fails by a fault of the {report.fault}: {report.detail}"
    return ""


def _answer_problem(report: Report) -> str:
    if not report.passed:
        return _told(report)
    return f"found {report.findings[0].diagnosis}" if report.findings else ""


_must_not_pass = Expectation(statement="fails, by the learner's fault", problem=_starter_problem)
_must_pass = Expectation(statement="passes with no finding", problem=_answer_problem)


def _within_limits(exercise: Exercise) -> Expectation:
    allowed = 1e3 * exercise.limits.wall_seconds / 2

    def problem(report: Report) -> str:
        spent = report.milliseconds
        return "" if spent <= allowed else f"took {spent:.0f} ms of {allowed:.0f} ms"

    return Expectation(statement="takes at most half of its time limit", problem=problem)


def _told(report: Report) -> str:
    if report.fault is not None:
        return f"{report.fault}: {report.detail}"
    failure = report.first_failure
    if failure is None:
        return "nothing failed"
    return f"{failure.check}: expected {failure.expected}; received {failure.received}"


def _submission(exercise: Exercise, path: Path) -> Submission:
    return Submission(
        exercise=exercise.id,
        file=exercise.file_name,
        files={exercise.file_name: _text(exercise, path).encode()},
        seed=exercise.seed,
    )


def _text(exercise: Exercise, path: Path) -> str:
    return read_text(exercise, path.relative_to(exercise.folder).as_posix())


def _marked_lines(text: str, name: str) -> list[int]:
    return [
        number
        for number, line in enumerate(source_lines(text), start=1)
        if (mark := _MARK.search(line)) and mark["name"] == name
    ]


def _difference(first: Report, second: Report) -> str:
    for field in first.__dataclass_fields__:
        if getattr(first, field) != getattr(second, field):
            return f"{field} differs: {getattr(first, field)!r} and {getattr(second, field)!r}"[
                :500
            ]
    return "they differ"


def _content_problems(exercise: Exercise) -> Iterator[str]:
    folder = exercise.folder
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        yield f"missing: {', '.join(missing)}"
        return
    statement = read_text(exercise, "README.md")
    yield from (f"README.md lacks {s!r}" for s in _SECTIONS if s not in statement)
    yield from _unknown_names(exercise, statement)
    hints = read_text(exercise, "hints.md")
    yield from (f"hints.md lacks {hint!r}" for hint in _HINTS if hint not in hints)
    yield from _leaks(exercise, hints)
    yield from _replaces_nothing(exercise)
    if "TODO" not in read_text(exercise, "starter.py"):
        yield "starter.py has no TODO"
    if len(list((folder / "accepted").glob("*.py"))) < _LEAST_ACCEPTED:
        yield f"fewer than {_LEAST_ACCEPTED} accepted answers"
    if len(list((folder / "mistakes").glob("*.py"))) < _LEAST_MISTAKES:
        yield f"fewer than {_LEAST_MISTAKES} mistakes"


def _unknown_names(exercise: Exercise, statement: str) -> Iterator[str]:
    """Names that the metadata promise and the statement or the solution does not have."""
    for name in (*exercise.gives, *exercise.wants):
        if name not in statement:
            told = "which is read back" if name in exercise.wants else "which is passed in"
            yield f"README.md does not mention `{name}`, {told}"
    tree = ast.parse(read_text(exercise, "solution.py"))
    for name in set(exercise.wants) - _defined(tree):
        yield f"solution.py does not define `{name}`, which is read back"


def _defined(tree: ast.Module) -> set[str]:
    """Names that functions, classes and assignments make anywhere in the file."""
    nodes = list(ast.walk(tree))
    stored = {n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
    made = ast.FunctionDef | ast.ClassDef
    return stored | {node.name for node in nodes if isinstance(node, made)}


def _replaces_nothing(exercise: Exercise) -> Iterator[str]:
    """Words of a variant that no file holds, as after an edit that forgot variants.py."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(exercise.folder.rglob("*.??*"))
        if path.suffix in (".py", ".md", ".toml") and path.name != "variants.py"
    ]
    for token in exercise.replacements:
        if not any(stands_in(token, text) for text in texts):
            yield f"variants.py replaces {token!r}, which stands in no file"


def _leaks(exercise: Exercise, hints: str) -> Iterator[str]:
    """Lines of the solution that a hint repeats, unless the starter shows them anyway."""
    starter = read_text(exercise, "starter.py")
    for line in read_text(exercise, "solution.py").splitlines():
        code = line.strip()
        if len(code) >= _TELLING_LINE and code in hints and code not in starter:
            yield f"hints.md tells a line of the solution: {code!r}"

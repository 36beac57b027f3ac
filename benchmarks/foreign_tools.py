"""The other tools, each given the same submission and the same asserts."""

import ast
import csv
import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from foreign import ForeignEnvironment
from measuring import run_quietly

SUBMISSION = "functional_cnn"
ASSERTS = Path(__file__).parent / f"{SUBMISSION}_asserts.py"
STUDENT = "learner"


@dataclass(frozen=True)
class Asserts:
    """The asserts taken apart.

    Attributes:
      preamble: imports and shared functions, without the import of the submission.
      tests: name -> source of each test function.
      submitted: names that the tests take from the submission.
    """

    preamble: str
    tests: Mapping[str, str]
    submitted: Sequence[str]


def read_asserts(text: str) -> Asserts:
    """Takes a test file apart into what its tests share, and the tests."""
    tree = ast.parse(text)
    tests = {
        node.name: _source(text, node)
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    shared = [_source(text, node) for node in tree.body if _is_shared(node)]
    submitted = [alias.name for node in tree.body if _is_submission(node) for alias in node.names]
    return Asserts("\n".join(shared), tests, submitted)


def without_main(program: str) -> str:
    """The program without its ``if __name__ == "__main__":`` block, which a notebook would run."""
    kept = [node for node in ast.parse(program).body if not _is_main_block(node)]
    return "\n\n".join(_source(program, node) for node in kept) + "\n"


class PlainPytest:
    """``pytest`` on a test file beside the submission."""

    name = "plain `pytest`"

    def __init__(self, environment: ForeignEnvironment, folder: Path) -> None:
        self._command = [environment.command("pytest"), "test_submission.py"]
        self._variables = environment.variables(folder)
        self._course = folder / "pytest"
        self._course.mkdir()
        shutil.copy(ASSERTS, self._course / "test_submission.py")
        self._code = 0

    def submit(self, program: str) -> None:
        (self._course / f"{SUBMISSION}.py").write_text(program)

    def judge(self) -> None:
        done = run_quietly(
            self._command, cwd=self._course, environment=self._variables, may_fail=True
        )
        self._code = done.returncode
        if self._code not in (0, 1):  # anything else is not a verdict
            raise SystemExit(f"pytest ended with {self._code}:\n{done.stdout}\n{done.stderr}")

    def passed(self) -> bool:
        return self._code == 0


class Nbgrader:
    """``nbgrader autograde`` in a course of one assignment, released and handed in."""

    name = "`nbgrader autograde`"
    _assignment = "ps1"

    def __init__(self, environment: ForeignEnvironment, folder: Path) -> None:
        self._nbgrader = environment.command("nbgrader")
        self._variables = environment.variables(folder)
        self._course = folder / "nbgrader"
        self._autograded = self._course / "autograded"
        source = self._course / "source" / self._assignment
        source.mkdir(parents=True)
        (self._course / "nbgrader_config.py").write_text(
            'c = get_config()\nc.CourseDirectory.course_id = "tf"\n'
        )
        (source / f"{SUBMISSION}.ipynb").write_text(json.dumps(source_notebook()))
        self._run("generate_assignment", self._assignment)

    def submit(self, program: str) -> None:
        """Fills in the released notebook, and takes away the grading of the submission before."""
        released = self._course / "release" / self._assignment / f"{SUBMISSION}.ipynb"
        notebook = json.loads(released.read_text())
        _solution_cell(notebook)["source"] = without_main(program)
        submitted = self._course / "submitted" / STUDENT / self._assignment
        submitted.mkdir(parents=True, exist_ok=True)
        (submitted / f"{SUBMISSION}.ipynb").write_text(json.dumps(notebook))
        shutil.rmtree(self._autograded, ignore_errors=True)

    def judge(self) -> None:
        self._run("autograde", self._assignment)

    def passed(self) -> bool:
        self._run("export", "--to", "grades.csv")
        with (self._course / "grades.csv").open() as lines:
            (row,) = csv.DictReader(lines)
        return float(row["score"]) == float(row["max_score"]) > 0

    def _run(self, *arguments: str) -> None:
        command = [self._nbgrader, *arguments]
        run_quietly(command, cwd=self._course, environment=self._variables)


class Otter:
    """``otter run`` with an autograder that ``otter generate`` has made."""

    name = "`otter run`"

    def __init__(self, environment: ForeignEnvironment, folder: Path) -> None:
        self._otter = environment.command("otter")
        self._variables = environment.variables(folder)
        self._course = folder / "otter"
        (self._course / "tests").mkdir(parents=True)
        (self._course / "tests" / f"{SUBMISSION}.py").write_text(otter_test_file())
        self._run("generate", "-t", "tests", "-o", "autograder.zip")

    def submit(self, program: str) -> None:
        (self._course / f"{SUBMISSION}.py").write_text(without_main(program))
        (self._course / "results.json").unlink(missing_ok=True)

    def judge(self) -> None:
        self._run("run", "-a", "autograder.zip", f"{SUBMISSION}.py")

    def passed(self) -> bool:
        results = json.loads((self._course / "results.json").read_text())
        graded = [test for test in results["tests"] if "max_score" in test]
        if not graded:
            raise SystemExit(f"otter gave no verdict: {results['tests']}")
        return all(test["score"] == test["max_score"] for test in graded)

    def _run(self, *arguments: str) -> None:
        run_quietly([self._otter, *arguments], cwd=self._course, environment=self._variables)


def source_notebook() -> dict[str, Any]:
    """The teacher's notebook: a cell to fill in, what the asserts share, and one cell for each."""
    return {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "cells": list(_cells(read_asserts(ASSERTS.read_text()))),
    }


def otter_test_file() -> str:
    """The asserts in otter's format of exceptions; the submission's names come by ``env``."""
    asserts = read_asserts(ASSERTS.read_text())
    told = f'OK_FORMAT = False\nname = "{SUBMISSION}"\nSUBMITTED = {asserts.submitted}'
    head = ["from otter.test_files import test_case", told, asserts.preamble]
    return "\n\n".join([*head, *_otter_cases(asserts.tests)]) + "\n"


def _otter_cases(tests: Mapping[str, str]) -> Iterator[str]:
    for name, source in tests.items():
        yield source
        yield (
            f'@test_case(name="{name}", points=1)\n'
            f"def case_{name}(env):\n"
            "    globals().update({name: env.get(name) for name in SUBMITTED})\n"
            f"    {name}()"
        )


def _cells(asserts: Asserts) -> Iterator[dict[str, Any]]:
    yield _cell("solution", "### BEGIN SOLUTION\n### END SOLUTION", solution=True)
    yield _cell("shared", asserts.preamble, locked=True)
    for name, source in asserts.tests.items():
        yield _cell(name, f"{source}\n\n{name}()", locked=True, points=1)


def _cell(
    name: str, source: str, *, solution: bool = False, locked: bool = False, points: int = 0
) -> dict[str, Any]:
    """A code cell of nbgrader's third schema; one with points is graded."""
    told: dict[str, Any] = {
        "grade_id": name,
        "grade": points > 0,
        "locked": locked,
        "solution": solution,
        "task": False,
        "schema_version": 3,
    }
    if points:
        told["points"] = points
    return {
        "cell_type": "code",
        "id": name.replace("_", "-")[:64],
        "metadata": {"nbgrader": told},
        "execution_count": None,
        "outputs": [],
        "source": source,
    }


def _solution_cell(notebook: Mapping[str, Any]) -> dict[str, Any]:
    cells: Sequence[dict[str, Any]] = notebook["cells"]
    return next(cell for cell in cells if cell["metadata"]["nbgrader"]["solution"])


def _source(text: str, node: ast.stmt) -> str:
    """The lines of a statement, its decorators included."""
    decorators = getattr(node, "decorator_list", [])
    first = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    return "\n".join(text.splitlines()[first - 1 : node.end_lineno])


def _is_shared(node: ast.stmt) -> bool:
    if isinstance(node, ast.FunctionDef):
        return not node.name.startswith("test_")
    return not _is_submission(node) and not _is_docstring(node)


def _is_submission(node: ast.stmt) -> TypeGuard[ast.ImportFrom]:
    return isinstance(node, ast.ImportFrom) and node.module == SUBMISSION


def _is_docstring(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_main_block(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and "__name__" in ast.unparse(node.test)

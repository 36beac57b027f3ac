"""The marking scheme of an exercise: the checks in its ``checks.py``."""

import runpy
from collections.abc import Sequence
from pathlib import Path

import msgspec

from etude.catalog.exercises import UnreadableExercise
from etude.checks.base import Check
from etude.domain.exercise import Exercise

FILE = "checks.py"


def read_checks(exercise: Exercise) -> Sequence[Check]:
    """The checks in order, each with a name.

    Raises:
      UnreadableExercise: the file fails, or names are repeated or depend on unknown ones.
    """
    path = exercise.folder / FILE
    try:
        checks = runpy.run_path(str(path))["CHECKS"]
    except Exception as error:
        raise UnreadableExercise(f"{path}: {type(error).__name__}: {error}") from error
    named = [msgspec.structs.replace(check, name=check.name or _name(check)) for check in checks]
    _assert_consistent(named, path)
    return named


def _name(check: Check) -> str:
    """The file in which the check is defined: one file each, so the file's name is its name."""
    return type(check).__module__.rpartition(".")[2]


def _assert_consistent(checks: Sequence[Check], path: Path) -> None:
    known: set[str] = set()
    for check in checks:
        if check.name in known:
            raise UnreadableExercise(f"{path}: two checks are called {check.name!r}; set name=")
        missing = [name for name in check.after if name not in known]
        if missing:
            raise UnreadableExercise(f"{path}: {check.name!r} is after unknown {missing[0]!r}")
        known.add(check.name)

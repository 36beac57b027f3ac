"""The marking scheme of an exercise: the checks in its ``checks.py``."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

from etude.catalog.exercises import UnreadableExercise
from etude.catalog.texts import read_text
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
        checks = _run(path, read_text(exercise, FILE))["CHECKS"]
    except Exception as error:
        raise UnreadableExercise(f"{path}: {type(error).__name__}: {error}") from error
    named = [msgspec.structs.replace(check, name=check.name or _name(check)) for check in checks]
    _assert_consistent(named, path)
    return named


def _run(path: Path, text: str) -> Mapping[str, Any]:
    """What the text defines; errors in it are told at their lines of ``path``."""
    defined = {"__name__": "checks", "__file__": str(path)}
    exec(compile(text, str(path), "exec"), defined)
    return defined


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

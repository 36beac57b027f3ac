"""Folders of exercises and of questions; ours are found through the same doors as anyone else's."""

import importlib.util
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from etude.domain.left_out import leave_out

# Groups of entry points; our own package in each has the name of its group.
EXERCISES = "etude.exercises"
QUESTIONS = "etude.questions"


@cache
def collections(group: str) -> tuple[Path, ...]:
    """Folders that packages have announced under this group, ours first."""
    packages = {point.value for point in entry_points(group=group)}
    ours_first = sorted(packages, key=lambda name: (name != group, name))
    return tuple(path for name in ours_first for path in _folders(name))


def _folders(package: str) -> list[Path]:
    try:
        spec = importlib.util.find_spec(package)
    except Exception as error:  # finding a package imports what it lies in
        leave_out(f"The exercises of {package} are left out. {type(error).__name__}: {error}")
        return []
    if spec is None:
        leave_out(f"The exercises of {package} are left out: there is no such package.")
        return []
    return [Path(path) for path in spec.submodule_search_locations or ()]

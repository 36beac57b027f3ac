"""Which exercise is meant."""

import os
from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from etude.app.near import did_you_mean
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem

Exercises = Mapping[str, Exercise]


class UnknownExercise(Problem):
    """No exercise has this name; the message suggests near ones."""


def named_exercise(name: str, exercises: Exercises, workspace: Workspace, cwd: Path) -> Exercise:
    """The exercise with this id, this last part of an id, or whose folder holds this file.

    Raises:
      UnknownExercise: none of these.
    """
    by_id = find_exercise(name, exercises)
    if by_id is not None:
        return by_id
    path = cwd / name
    by_path = exercise_of(path, exercises, workspace)
    if by_path is not None and _is_meant(path, workspace.path(by_path)):
        return by_path
    raise UnknownExercise(unknown(name, exercises))


def _is_meant(path: Path, main: Path) -> bool:
    """What is there, or the main file though it has been deleted; anything else is mistyped."""
    return os.path.exists(path) or path.resolve() == main.resolve()


def find_exercise(name: str, exercises: Exercises) -> Exercise | None:
    """By its id or, when only one ends so, by the last part of it."""
    wanted = name.strip("/").removesuffix(".py")
    if wanted in exercises:
        return exercises[wanted]
    ending = [exercise for exercise in exercises.values() if exercise.name == wanted]
    return ending[0] if len(ending) == 1 else None


def unknown(name: str, exercises: Exercises) -> str:
    """What to say about a name that is no exercise."""
    hint = did_you_mean(name, exercises)
    return f"There is no exercise {name!r}.{hint} See them all: etude list"


def exercise_of(path: Path, exercises: Exercises, workspace: Workspace) -> Exercise | None:
    """The exercise whose folder in the workspace is or holds ``path``."""
    try:
        parts = path.resolve().relative_to(workspace.root.resolve()).parts
    except ValueError:
        return None
    return exercises.get("/".join(parts[:2]))


def current_exercise(
    exercises: Exercises,
    workspace: Workspace,
    cwd: Path,
    settled: Collection[str],
    *,
    following: Callable[[], Exercise | None],
) -> Exercise:
    """The one of the folder we are in, else the one edited last and not settled, else the next.

    Args:
      settled: ids of those that need no more work as they are in the workspace.
      following: what the plan has next; asked only when nothing else is meant.

    Raises:
      Problem: no exercise is installed.
    """
    here = exercise_of(cwd, exercises, workspace)
    if here is not None:
        return here
    edited = {workspace.edited_at(e): e for e in exercises.values() if e.id not in settled}
    if edited and max(edited) > 0:
        return edited[max(edited)]
    chosen = following() or next(iter(exercises.values()), None)
    if chosen is None:
        raise Problem("No exercises are installed. Reinstall étude: pip install --upgrade etude")
    return chosen

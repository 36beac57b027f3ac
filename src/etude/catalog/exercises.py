"""Reads exercises from every installed collection."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from etude import decoding
from etude.catalog.collections import EXERCISES, QUESTIONS, collections
from etude.catalog.texts import replaced
from etude.domain.exercise import Exercise
from etude.domain.left_out import leave_out

METADATA = "exercise.toml"
_DRAFT = "draft"
_NOTHING: Mapping[str, str] = {}
# Known from where the exercise lies and which variant it is.
_NOT_WRITTEN = {"id", "folder", "seed", "replacements"}


class UnreadableExercise(Exception):
    """An exercise folder is not what it should be; the message names the file and the fault."""


@cache
def exercises() -> Mapping[str, Exercise]:
    """Every installed exercise by id, in the order of their ids; what is broken is left out."""
    return _finished(exercises_and_drafts())


def exercises_and_drafts() -> Mapping[str, Exercise]:
    """As above, with those that are still being written; for their authors."""
    return _read(EXERCISES)


@cache
def questions() -> Mapping[str, Exercise]:
    """Every installed question of the mock exams by id; nobody meets them when practising."""
    return _finished(_read(QUESTIONS))


def questions_and_drafts() -> Mapping[str, Exercise]:
    """As above, with those that are still being written; for their authors."""
    return _read(QUESTIONS)


def _finished(every: Mapping[str, Exercise]) -> Mapping[str, Exercise]:
    return {name: exercise for name, exercise in every.items() if exercise.status != _DRAFT}


def _read(group: str) -> Mapping[str, Exercise]:
    found: dict[str, Exercise] = {}
    for folder in _exercise_folders(group):
        try:
            _add(read_exercise(folder), found)
        except UnreadableExercise as error:
            leave_out(f"An exercise is left out. {error}")
    return dict(sorted(found.items()))


def raise_if_unreadable(exercise_id: str) -> None:
    """Says what is wrong with an exercise that is there and was left out.

    Raises:
      UnreadableExercise: what is wrong with it.
    """
    for folder in _every_folder():
        if _id(folder) == exercise_id:
            read_exercise(folder)


def answer_folders() -> tuple[Path, ...]:
    """Folders that hold solutions: the topics of every collection.

    Not the collections themselves, since a package may keep checks of its own beside its topics.
    """
    return tuple(sorted({folder.parent for folder in _every_folder()}))


def read_exercise(folder: Path, replacements: Mapping[str, str] = _NOTHING) -> Exercise:
    """One exercise from its folder ``.../<topic>/<name>``, with what its metadata has replaced.

    Raises:
      UnreadableExercise: ``exercise.toml`` is missing, is no TOML or has wrong fields.
    """
    path = folder / METADATA
    try:
        fields = _replaced(tomllib.loads(path.read_text(encoding="utf-8")), replacements)
        return decoding.convert(_completed(fields, folder), Exercise, dec_hook=_as_path)
    except OSError as error:
        raise UnreadableExercise(f"{path}: {error.strerror}") from None
    except (ValueError, msgspec.ValidationError) as error:  # no TOML, no UTF-8, or wrong fields
        raise UnreadableExercise(f"{path}: {error}") from None


def _every_folder() -> Iterator[Path]:
    yield from _exercise_folders(EXERCISES)
    yield from _exercise_folders(QUESTIONS)


def _exercise_folders(group: str) -> Iterator[Path]:
    for collection in collections(group):
        for metadata in sorted(collection.glob(f"*/*/{METADATA}")):
            yield metadata.parent


def _add(exercise: Exercise, found: dict[str, Exercise]) -> None:
    """Keeps the first of an id, which is ours where one of them is."""
    first = found.setdefault(exercise.id, exercise)
    if first is not exercise:
        raise UnreadableExercise(
            f"{exercise.folder}: {exercise.id} is also in {first.folder}; rename one of them"
        )


def _id(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"


def _completed(fields: dict[str, Any], folder: Path) -> dict[str, Any]:
    unknown = set(fields) - (set(Exercise.__dataclass_fields__) - _NOT_WRITTEN)
    if unknown:
        raise msgspec.ValidationError(f"unknown field {sorted(unknown)[0]!r}")
    return fields | {"id": _id(folder), "folder": str(folder)}


def _replaced(fields: dict[str, Any], replacements: Mapping[str, str]) -> dict[str, Any]:
    """Texts in the words of a variant; the names of fields and numbers are étude's own."""

    def change(value: Any) -> Any:
        if isinstance(value, list):
            return [change(one) for one in value]
        return replaced(value, replacements) if isinstance(value, str) else value

    return {name: change(value) for name, value in fields.items()}


def _as_path(kind: type, value: Any) -> Any:
    """Paths are the one type that msgspec does not read by itself."""
    return kind(value)

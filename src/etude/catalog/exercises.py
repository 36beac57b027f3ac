"""Reads exercises from every installed collection."""

import importlib.util
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import msgspec

from etude.domain.exercise import Exercise

ENTRY_POINTS = "etude.exercises"
METADATA = "exercise.toml"


class UnreadableExercise(Exception):
    """An exercise folder is not what it should be; the message names the file and the fault."""


@cache
def exercises() -> Mapping[str, Exercise]:
    """Every installed exercise by id, in the order of their ids."""
    found: dict[str, Exercise] = {}
    for collection in collections():
        for metadata in sorted(collection.glob(f"*/*/{METADATA}")):
            exercise = read_exercise(metadata.parent)
            found[exercise.id] = exercise
    return dict(sorted(found.items()))


@cache
def collections() -> tuple[Path, ...]:
    """Folders of exercises; ours is found through the same entry point as anyone else's."""
    packages = sorted({point.value for point in entry_points(group=ENTRY_POINTS)})
    return tuple(path for name in packages for path in _folders(name))


def read_exercise(folder: Path) -> Exercise:
    """One exercise from its folder ``.../<topic>/<name>``.

    Raises:
      UnreadableExercise: ``exercise.toml`` is missing, is no TOML or has wrong fields.
    """
    path = folder / METADATA
    try:
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
        return msgspec.convert(_completed(fields, folder), Exercise, dec_hook=_as_path)
    except OSError as error:
        raise UnreadableExercise(f"{path}: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise UnreadableExercise(f"{path}: {error}") from None


def _completed(fields: dict[str, Any], folder: Path) -> dict[str, Any]:
    unknown = set(fields) - set(Exercise.__dataclass_fields__)
    if unknown:
        raise msgspec.ValidationError(f"unknown field {sorted(unknown)[0]!r}")
    return fields | {"id": f"{folder.parent.name}/{folder.name}", "folder": str(folder)}


def _as_path(kind: type, value: Any) -> Any:
    """Paths are the one type that msgspec does not read by itself."""
    return kind(value)


def _folders(package: str) -> list[Path]:
    spec = importlib.util.find_spec(package)
    return [Path(path) for path in (spec.submodule_search_locations or ())] if spec else []

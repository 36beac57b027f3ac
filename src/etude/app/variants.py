"""Which variant of each exercise a workspace holds, and how it gets another one."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from etude.app.manifest import Manifest, write_manifest
from etude.app.whole_file import write_whole
from etude.app.workspace import Workspace
from etude.catalog.exercises import UnreadableExercise
from etude.catalog.texts import read_text
from etude.catalog.variants import variant_of
from etude.domain.exercise import Exercise
from etude.domain.left_out import leave_out


def as_given(exercises: Mapping[str, Exercise], manifest: Manifest) -> Mapping[str, Exercise]:
    """Each exercise in the variant that the workspace was given."""
    return {name: _variant(found, manifest.seeds.get(name, 0)) for name, found in exercises.items()}


def give_variant(workspace: Workspace, exercise: Exercise) -> tuple[Workspace, Path | None]:
    """Puts statement and starter of this variant into the workspace, which is then another record.

    Returns the workspace, and where the learner's file was kept, None without one.

    Raises:
      OSError: the workspace cannot be written.
    """
    kept = workspace.reset(exercise)
    path = f"{exercise.id}/README.md"
    if _is_edited(workspace, path):
        workspace.keep(exercise, workspace.root / path)
    statement = read_text(exercise, "README.md").encode()
    write_whole(workspace.root / path, statement)
    # Last, so that after a kill the next try begins again and still keeps every file.
    manifest = replace(
        workspace.manifest,
        seeds={**workspace.manifest.seeds, exercise.id: exercise.seed},
        given={
            **workspace.manifest.given,
            path: _sha256(statement),
            exercise.file_name: _sha256(workspace.path(exercise).read_bytes()),
        },
    )
    write_manifest(workspace.root, manifest)
    return replace(workspace, manifest=manifest), kept


def _is_edited(workspace: Workspace, path: str) -> bool:
    """Whether a given file holds notes of the learner's."""
    file = workspace.root / path
    return file.is_file() and _sha256(file.read_bytes()) != workspace.manifest.given.get(path)


def _variant(exercise: Exercise, seed: int) -> Exercise:
    try:
        return variant_of(exercise, seed)
    except UnreadableExercise as error:
        leave_out(f"A variant is left out. {error}")
        return exercise


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

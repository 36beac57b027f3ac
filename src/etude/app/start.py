"""Makes a workspace, and keeps one up to date with the installed exercises."""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etude import __version__
from etude.app.manifest import FILE, Manifest, write_manifest
from etude.app.variants import as_given
from etude.app.whole_file import write_whole
from etude.app.workspace import DEFAULT_NAME, Workspace, practice_manifest
from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.domain.problem import Act, Problem, Step

PublicData = Callable[[str], Path]
_WELCOME = """\
# Your étude workspace

Each folder holds one exercise: its README.md says what to do, the Python file beside it is yours
to edit. Data lie in `data/`. In this folder, type:

    etude            watch: every save is run and explained
    etude next       what to do next
    etude check      run the exercise you edited last
    etude hint       a nudge
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """Attributes: workspace; created: False when it was there; added: exercises it did not have."""

    workspace: Workspace
    created: bool
    added: Sequence[str]


def start_workspace(
    root: Path, exercises: Mapping[str, Exercise], public_data: PublicData
) -> Started:
    """Makes a workspace at ``root``, or brings the one there up to date.

    Raises:
      Problem: the folder is somebody else's, lies in another workspace, or cannot be written.
    """
    try:
        manifest = practice_manifest(root) if (root / FILE).is_file() else _begin(root)
        updated, added = _bring_up_to_date(root, manifest, exercises, public_data, restore=True)
    except OSError as error:
        where = error.filename or root
        raise Problem(f"{where} cannot be written: {error.strerror or error}.") from None
    workspace = Workspace(root=root, manifest=updated)
    # A start that was killed has marked the folder and given it nothing yet.
    return Started(workspace=workspace, created=not manifest.exercises, added=added)


def update_workspace(
    workspace: Workspace, exercises: Mapping[str, Exercise], public_data: PublicData
) -> tuple[Workspace, Sequence[str]]:
    """The workspace with exercises that a newer étude has brought, and their ids."""
    manifest = workspace.manifest
    if manifest.etude == __version__ and set(exercises) <= set(manifest.exercises):
        return workspace, ()
    try:
        updated, added = _bring_up_to_date(
            workspace.root, manifest, exercises, public_data, restore=False
        )
    except OSError:  # one that cannot be written can still be checked
        return workspace, ()
    return replace(workspace, manifest=updated), added


def _begin(root: Path) -> Manifest:
    """Marks the folder as ours before anything is put in it, so that a start can be resumed."""
    assert_free(root, new=root / DEFAULT_NAME)
    manifest = Manifest()
    write_manifest(root, manifest)
    return manifest


def assert_free(root: Path, *, new: Path, exam: str = "") -> None:
    """Makes sure that a folder can become a workspace.

    Args:
      new: a folder that would do; exam: the one that shall be sat there, "" for practice.

    Raises:
      Problem: it is somebody else's, or lies in another workspace.
    """
    elsewhere = Step(act=Act.BEGIN_ELSEWHERE, folder=str(new), exam=exam)
    if root.exists() and not root.is_dir():
        raise Problem(f"{root} is a file, and a folder is needed.", step=elsewhere)
    above = next((parent for parent in root.parents if (parent / FILE).is_file()), None)
    if above is not None:
        raise Problem(
            f"{root} lies inside the workspace {above}. Work there, or start one elsewhere."
        )
    if root.is_dir() and any(not path.name.startswith(".") for path in root.iterdir()):
        raise Problem(f"{root} holds files that are not étude's.", step=elsewhere)


def _bring_up_to_date(
    root: Path,
    manifest: Manifest,
    exercises: Mapping[str, Exercise],
    public_data: PublicData,
    *,
    restore: bool,
) -> tuple[Manifest, Sequence[str]]:
    """Adds what is new; ``restore`` also brings back given files that have gone."""
    given = dict(manifest.given)
    for path, content in _files(as_given(exercises, manifest), public_data):
        give(root, path, content, given, restore=restore)
    added = [name for name in exercises if name not in manifest.exercises]
    known = tuple(dict.fromkeys([*manifest.exercises, *exercises]))
    updated = replace(manifest, etude=__version__, exercises=known, given=given)
    write_manifest(root, updated)
    return updated, added


def give(root: Path, path: str, content: bytes, given: dict[str, str], *, restore: bool) -> None:
    """Writes one file unless the learner has changed it, or has removed it on purpose.

    Args:
      given: path -> SHA-256 of what étude wrote there; gets this one.
    """
    target = root / path
    digest = hashlib.sha256(content).hexdigest()
    if target.exists():
        current = hashlib.sha256(target.read_bytes()).hexdigest()
        if current == digest:
            given[path] = digest  # also one that a start wrote which was killed
        if current == digest or current != given.get(path):
            return
    elif path in given and not restore:
        return
    write_whole(target, content, sync=False)
    given[path] = digest


def _files(
    exercises: Mapping[str, Exercise], public_data: PublicData
) -> Iterator[tuple[str, bytes]]:
    """Path in the workspace and content."""
    yield "README.md", _WELCOME.encode()
    for exercise in exercises.values():
        yield from _files_of(exercise)
    for name in sorted({name for exercise in exercises.values() for name in exercise.data}):
        yield from data_files(name, public_data(name))


def data_files(name: str, folder: Path) -> Iterator[tuple[str, bytes]]:
    """A public data set as programs find it: path and content."""
    for source in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"data/{name}/{source.relative_to(folder).as_posix()}", source.read_bytes()


def _files_of(exercise: Exercise) -> Iterator[tuple[str, bytes]]:
    """Starter and statement; a broken exercise gives what it has, and a check tells the rest."""
    wanted = ((exercise.file_name, "starter.py"), (f"{exercise.id}/README.md", "README.md"))
    yield from (
        (path, read_text(exercise, name).encode())
        for path, name in wanted
        if (exercise.folder / name).exists()
    )

"""The learner's own folder of exercises."""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etude.app.manifest import FILE, FOLDER, Manifest, read_manifest
from etude.app.whole_file import write_whole
from etude.catalog.texts import read_text
from etude.domain.exercise import Exercise
from etude.domain.problem import Act, Problem, Step
from etude.domain.submission import Submission

DEFAULT_NAME = "etude-practice"
_MOST_FILES = 50
MOST_PROGRAM_BYTES = 1 << 20


class NoWorkspace(Problem):
    """There is no workspace here or above."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Attributes: root: its folder; manifest: as read when it was opened."""

    root: Path
    manifest: Manifest

    @property
    def id(self) -> str:
        return self.manifest.id

    def path(self, exercise: Exercise) -> Path:
        """The learner's file for an exercise."""
        return self.root / exercise.file_name

    def submission(self, exercise: Exercise) -> Submission:
        """The learner's Python files for an exercise, as they are now.

        Raises:
          Problem: the main file is missing, or a file is too large, misnamed or cannot be read.
        """
        main = self.path(exercise)
        if not main.is_file():
            raise self._missing(exercise)
        files = {self._relative(path): self._content(path) for path in programs_in(main.parent)}
        files.setdefault(exercise.file_name, self._content(main))
        return Submission(
            exercise=exercise.id, file=exercise.file_name, files=files, seed=exercise.seed
        )

    def edited_at(self, exercise: Exercise) -> float:
        """When the learner last saved a change to the given file; 0 for one still as given."""
        try:
            path = self.path(exercise)
            same = path.read_bytes() == read_text(exercise, "starter.py").encode()
            return 0.0 if same else path.stat().st_mtime
        except OSError:
            return 0.0

    def reset(self, exercise: Exercise) -> Path | None:
        """Puts the starter back; returns where the learner's file was kept, None without one."""
        path = self.path(exercise)
        kept = self.keep(exercise, path)
        write_whole(path, read_text(exercise, "starter.py").encode())
        return kept

    def seed(self, exercise: str) -> int:
        """Which variant of the exercise is here."""
        return self.manifest.seeds.get(exercise, 0)

    def keep(self, exercise: Exercise, path: Path) -> Path | None:
        """Copies a file to the backups of its exercise; None when there is none to copy."""
        if not path.is_file():
            return None
        return self.keep_content(exercise, path.read_bytes(), suffix=path.suffix)

    def keep_content(self, exercise: Exercise, content: bytes, *, suffix: str = ".py") -> Path:
        """Writes a file to the backups of an exercise; returns where."""
        kept = free_backup(self.root, exercise.id, suffix=suffix)
        write_whole(kept, content)
        return kept

    def _relative(self, path: Path) -> str:
        name = path.relative_to(self.root).as_posix()
        try:
            name.encode()
        except UnicodeEncodeError:
            raise Problem(
                f"{os.fsencode(name)!r} in {self.root} has a name that is not UTF-8. Rename it."
            ) from None
        return name

    def _content(self, path: Path) -> bytes:
        try:
            if path.stat().st_size > MOST_PROGRAM_BYTES:
                raise Problem(f"{path} is larger than 1 MB; is it the right file?")
            return path.read_bytes()
        except OSError as error:
            raise Problem(f"{path} cannot be read: {error.strerror}.") from None

    def _missing(self, exercise: Exercise) -> Problem:
        text = f"{exercise.file_name} is missing in {self.root}."
        folder = self.path(exercise).parent
        others = [path.name for path in programs_in(folder)] if folder.is_dir() else []
        if others:
            text += f" There is {', '.join(others)}: if it is yours, rename it to "
            text += f"{exercise.name}.py."
        return Problem(text, step=Step(act=Act.PUT_STARTER_BACK, exercise=exercise.id))


def free_backup(root: Path, what: str, *, suffix: str = ".py") -> Path:
    """A path for another backup of ``what`` in a workspace, of a name that tells the time."""
    folder = root / FOLDER / "backups" / what
    moment = time.strftime("%Y-%m-%d_%H-%M-%S")
    names = (f"{moment}{again}{suffix}" for again in ("", *(f"_{n}" for n in range(2, 1000))))
    return next(folder / name for name in names if not (folder / name).exists())


def find_workspace(start: Path) -> Workspace:
    """The workspace that holds ``start``, or the one that ``etude start`` has made below it.

    Raises:
      NoWorkspace: there is none.
      Problem: its marker file is damaged.
    """
    for root in (start, *start.parents, start / DEFAULT_NAME):
        if (root / FILE).is_file():
            return Workspace(root=root, manifest=practice_manifest(root))
    raise NoWorkspace(
        f"There is no workspace of étude in {start} or above it.",
        step=Step(act=Act.MAKE_WORKSPACE),
    )


def practice_manifest(root: Path) -> Manifest:
    """The manifest of a workspace to practise in.

    Raises:
      Problem: an exam is sat there, or the file is damaged.
    """
    manifest = read_manifest(root)
    if manifest.sitting:
        raise Problem(
            f"{root} belongs to an exam, where nothing is practised.",
            step=Step(act=Act.LEAVE_EXAM_FOLDER),
        )
    return manifest


def programs_in(folder: Path) -> Iterator[Path]:
    """The learner's Python files in a folder and below, without hidden ones."""
    found = sorted(path for path in folder.rglob("*.py") if _is_visible(path, folder))
    yield from found[:_MOST_FILES]


def _is_visible(path: Path, folder: Path) -> bool:
    parts = path.relative_to(folder).parts
    return path.is_file() and not any(part.startswith((".", "__pycache__")) for part in parts)

"""The folder in which one run lives, and how such folders go away again."""

import os
import stat
import sys
import tempfile
from collections import deque
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from etude.domain.job import Job
from etude.domain.worker_protocol import Grant


class ForbiddenPath(Exception):
    """A job asks for a file outside the scratch folder, or a link to what may not be read."""


def fill(scratch: Path, job: Job, *, grants: Sequence[Grant]) -> None:
    """Writes the job's files and links.

    Raises:
      ForbiddenPath: a name leaves the folder, or a link leads to a folder that is not granted.
    """
    for name, content in job.files.items():
        path = _place(scratch, name)
        path.write_bytes(content)
    for name, target in job.links.items():
        _place(scratch, name).symlink_to(_granted_folder(target, grants))


def _place(scratch: Path, name: str) -> Path:
    relative = PurePosixPath(name)
    if not relative.parts or relative.is_absolute() or ".." in relative.parts:
        raise ForbiddenPath(f"expected a relative path inside the scratch folder, got {name!r}")
    path = scratch / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _granted_folder(target: str, grants: Sequence[Grant]) -> str:
    real = os.path.realpath(target)
    readable = (grant.path for grant in grants if grant.whole)
    if any(os.path.commonpath((real, path)) == path for path in readable) and os.path.isdir(real):
        return real
    raise ForbiddenPath(f"expected a link to a readable folder of public data, got {target!r}")


def enter(scratch: str) -> None:
    """Goes there, and moves every place that programs write to by habit there too.

    AutoGraph writes generated source to TMPDIR, and silently runs unconverted code if it cannot.
    """
    os.chdir(scratch)
    keras_home = os.path.join(scratch, ".keras")
    places = {"TMPDIR": scratch, "HOME": scratch, "KERAS_HOME": keras_home}
    os.environ.update({**places, "USER": "learner", "LOGNAME": "learner"})
    tempfile.tempdir = scratch
    # Keras asked for its own when it was imported; where there is none it writes to /tmp.
    keras = sys.modules.get("keras.src.backend.config")
    if hasattr(keras, "_KERAS_DIR"):
        os.makedirs(keras_home, exist_ok=True)
        keras._KERAS_DIR = keras_home  # type: ignore[union-attr]


class Sweeper:
    """Removes folders a little at a time, so that nobody waits for a run of 20,000 files.

    Subfolders are first moved to the top: neither their depth nor their path length matters then.
    """

    def __init__(self, bin_folder: str) -> None:
        self._bin = bin_folder
        self._waiting: deque[str] = deque()
        self._moved = 0

    def __bool__(self) -> bool:
        return bool(self._waiting)

    def take(self, folder: str) -> None:
        """Puts ``folder`` on the list."""
        self._waiting.append(folder)

    def sweep(self, entries: int) -> None:
        """Removes about ``entries`` files."""
        while self._waiting and entries > 0:
            entries -= self._sweep_folder(self._waiting[0], entries)

    def _sweep_folder(self, folder: str, entries: int) -> int:
        removed = 1
        try:
            with os.scandir(folder) as listing:
                for entry in listing:
                    self._remove(entry)
                    removed += 1
                    if removed > entries:
                        return removed
            os.rmdir(folder)
        except FileNotFoundError:
            pass
        except OSError:
            self._unlock(folder)
        self._waiting.popleft()
        return removed

    def _remove(self, entry: os.DirEntry[str]) -> None:
        if not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)
            return
        self._moved += 1
        moved = os.path.join(self._bin, f"swept-{os.getpid()}-{self._moved}")
        os.rename(entry.path, moved)
        self._waiting.append(moved)

    def _unlock(self, folder: str) -> None:
        """A folder that its maker locked is opened and tried once more."""
        try:
            if stat.S_IMODE(os.lstat(folder).st_mode) != 0o700:
                os.chmod(folder, 0o700)
                self._waiting.append(folder)
        except OSError:
            return

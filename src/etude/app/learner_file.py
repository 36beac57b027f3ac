"""The learner's file, edited in a page and in an editor at once: no edit is ever lost."""

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from etude.app.whole_file import write_whole
from etude.app.workspace import Workspace
from etude.domain.exercise import Exercise
from etude.domain.problem import Problem

MOST_BYTES = 1 << 20
# Two pages of one server may save at the same moment.
_SAVING = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileNow:
    """Attributes:
    text: lines end with "\\n", whatever stands in the file.
    digest: of the file's bytes; "" where there is no file.
    """

    text: str
    digest: str


class EditedElsewhere(Problem):
    """The file is not the one that an edit began from.

    Attributes: now: what is in the file; kept: where the edit was kept.
    """

    def __init__(self, now: FileNow, kept: Path) -> None:
        super().__init__(
            "This file was also changed outside this page. Yours is kept, too; choose which one "
            "to go on with."
        )
        self.now = now
        self.kept = kept


def digest_of(path: Path) -> str:
    """Of the content; "" where there is no file."""
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFile:
    """A text that a page and an editor change at once.

    Attributes:
      keep: puts bytes into the backups, and returns where they are.
    """

    path: Path
    keep: Callable[[bytes], Path]

    def read(self) -> FileNow:
        """The file as it is; without one, an empty text.

        Raises:
          Problem: it is no text, too large, or cannot be read.
        """
        try:
            content = self.path.read_bytes()
        except FileNotFoundError:
            return FileNow(text="", digest="")
        except OSError as error:
            raise Problem(f"{self.path} cannot be read: {error.strerror}.") from None
        if len(content) > MOST_BYTES:
            raise Problem(f"{self.path} is larger than 1 MB; is it the right file?")
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise Problem(
                f"{self.path} is not UTF-8 (byte {error.start}). Save it as UTF-8 in your editor."
            ) from None
        return FileNow(text=text.replace("\r\n", "\n").replace("\r", "\n"), digest=_digest(content))

    def save(self, text: str, *, base: str, keep_old: bool = False) -> FileNow:
        """Writes an edit that began from the content with the digest ``base``.

        Args:
          keep_old: what is replaced goes to the backups.

        Raises:
          EditedElsewhere: the file is another one meanwhile; it is left as it is.
          Problem: the file cannot be read or written.
        """
        with _SAVING:
            now = self.read()
            if text == now.text and now.digest:
                return now
            content = text.replace("\n", _line_end(self.path)).encode("utf-8", "replace")
            if len(content) > MOST_BYTES:
                raise Problem("A program may have 1 MB at most; this one is larger.")
            try:
                if now.digest != base:
                    raise EditedElsewhere(now, self.keep(content))
                if keep_old and now.digest:
                    self.keep(self.path.read_bytes())
                write_whole(self.path, content)
            except OSError as error:
                raise Problem(
                    f"{error.filename or self.path} cannot be written: {error.strerror}."
                ) from None
            return FileNow(text=text, digest=_digest(content))


def learner_file(workspace: Workspace, exercise: Exercise) -> SharedFile:
    """The learner's file for an exercise."""
    return SharedFile(
        path=workspace.path(exercise),
        keep=lambda content: workspace.keep_content(exercise, content),
    )


def read_file(workspace: Workspace, exercise: Exercise) -> FileNow:
    """The learner's file; errors as those of ``SharedFile.read``."""
    return learner_file(workspace, exercise).read()


def save_file(
    workspace: Workspace, exercise: Exercise, text: str, *, base: str, keep_old: bool = False
) -> FileNow:
    """Saves an edit of it; arguments and errors as those of ``SharedFile.save``."""
    return learner_file(workspace, exercise).save(text, base=base, keep_old=keep_old)


def _line_end(path: Path) -> str:
    """As the file has it: an editor on Windows may want "\\r\\n"."""
    try:
        return "\r\n" if b"\r\n" in path.read_bytes() else "\n"
    except OSError:
        return "\n"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

"""What is said about an error, and where its details are kept."""

import errno
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path

from etude.domain.problem import Problem, Words

_LOG = "etude.log"
_MOST_LOG_BYTES = 1 << 20
UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES)


def told_problem(error: BaseException, words: Words | None = None) -> str:
    """The message of something the person can mend; "" for an error of ours.

    Args:
      words: how to say what can be done about it; None leaves that to whoever shows the message.
    """
    from etude.catalog.exercises import UnreadableExercise
    from etude.sandbox.port import SandboxUnavailable

    if isinstance(error, Problem) and words is not None:
        return error.told(words)
    if isinstance(error, Problem | SandboxUnavailable):
        return str(error)
    if isinstance(error, UnreadableExercise):
        return f"This exercise is broken; your file is not to blame. {error}"
    if isinstance(error, OSError) and error.errno in UNWRITABLE:
        done = "read or written" if error.errno == errno.EACCES else "written"
        return f"{error.filename or 'the output'} cannot be {done}: {error.strerror}."
    return ""


def log_error(error: BaseException) -> str:
    """Writes the details to the log, and returns one sentence that says where."""
    name = type(error).__name__
    first = (str(error).strip().splitlines() or [""])[0]
    what = f"{name}: {first}" if first else name
    where = _log(error)
    details = f" The details are in {where}; please report them." if where else ""
    return f"étude itself failed ({what}). This is not your fault.{details}"


def _log(error: BaseException) -> Path | None:
    """Where the traceback was written; None when it could be written nowhere."""
    from etude import __version__

    moment = time.strftime("%Y-%m-%d %H:%M:%S")
    trace = "".join(traceback.format_exception(error))
    text = f"{moment} étude {__version__}: etude {' '.join(sys.argv[1:])}\n{trace}\n"
    for folder in _log_folders():
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return _append(folder / _LOG, text)
    return None


def _log_folders() -> list[Path]:
    from etude.app.places import find_places

    folders = [Path(tempfile.gettempdir())]
    with suppress(Exception):
        folders.insert(0, find_places().log)
    return folders


def _append(path: Path, text: str) -> Path:
    large = path.exists() and path.stat().st_size > _MOST_LOG_BYTES
    with open(path, "w" if large else "a", encoding="utf-8", errors="backslashreplace") as file:
        file.write(text)
    return path

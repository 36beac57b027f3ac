"""What is said, and which exit code is given, when a command ends by an exception."""

import errno
import os
import sys
import tempfile
import time
import traceback
from contextlib import suppress
from pathlib import Path

import click

from etude.cli.codes import Code
from etude.domain.problem import Problem

_LOG = "etude.log"
_MOST_LOG_BYTES = 1 << 20
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES)


def explain(error: BaseException) -> int:
    """Prints what the person needs to know, and returns the exit code."""
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else Code.OK
    if isinstance(error, KeyboardInterrupt | click.Abort):
        click.echo("\nStopped.", err=True)
        return Code.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return _nobody_listens()
    if isinstance(error, OSError) and error.errno in _UNWRITABLE:
        _write_no_more()  # what is left of the output would fail again at Python's end
    if isinstance(error, click.ClickException):
        error.show()
        return Code.USAGE
    return _told(error)


def told_problem(error: BaseException) -> str:
    """The message of something the person can mend; "" for an error of ours."""
    from etude.catalog.exercises import UnreadableExercise
    from etude.sandbox.port import SandboxUnavailable

    if isinstance(error, Problem | SandboxUnavailable):
        return str(error)
    if isinstance(error, UnreadableExercise):
        return f"This exercise is broken; your file is not to blame. {error}"
    if isinstance(error, OSError) and error.errno in _UNWRITABLE:
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


def _told(error: BaseException) -> int:
    from etude.app.choose import UnknownExercise

    problem = told_problem(error)
    if not problem:
        click.echo(log_error(error), err=True)
        return Code.OUR_ERROR
    click.echo(problem, err=True)
    return Code.USAGE if isinstance(error, UnknownExercise) else Code.COULD_NOT_RUN


def _nobody_listens() -> int:
    """As when the output goes to `head`: no reason to complain."""
    _write_no_more()
    return Code.OK


def _write_no_more() -> None:
    """Python writes what is left of standard output when it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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

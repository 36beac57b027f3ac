"""Files that Python itself cannot read are answered without running anything."""

import warnings

from etude.domain.error import Error, ErrorFrame
from etude.domain.submission import Submission
from etude.domain.syntax import parse


def unreadable(submission: Submission) -> Error | None:
    """Why the program cannot be compiled, None when it can."""
    try:
        text = submission.program.decode("utf-8-sig")  # some editors begin a file with a mark
    except UnicodeDecodeError as error:
        return _not_utf8(submission, error)
    try:
        with warnings.catch_warnings():  # an invalid escape is a warning for the learner's own run
            warnings.simplefilter("ignore")
            parse(text, file=submission.file)
    except SyntaxError as error:
        return _syntax_error(submission, error)
    except (ValueError, RecursionError, MemoryError) as error:
        return Error(type=type(error).__name__, message=f"{submission.file}: {error}")
    return None


def _not_utf8(submission: Submission, error: UnicodeDecodeError) -> Error:
    line = submission.program[: error.start].count(b"\n") + 1
    byte = submission.program[error.start]
    return Error(
        type="UnicodeDecodeError",
        message=f"line {line} holds the byte 0x{byte:02x}, which is not UTF-8: "
        "save the file as UTF-8 in your editor",
        frames=[ErrorFrame(file=submission.file, line=line, function="<module>")],
    )


def _syntax_error(submission: Submission, error: SyntaxError) -> Error:
    text = (error.text or "").strip()
    frame = ErrorFrame(file=submission.file, line=error.lineno or 0, function="<module>", text=text)
    return Error(type=type(error).__name__, message=error.msg, frames=[frame])

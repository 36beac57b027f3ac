"""Exceptions of the learner's program as facts, without the framework's frames."""

import linecache
import re
import traceback
from dataclasses import asdict
from typing import Any

from etude.domain.observations import Error, ErrorFrame
from etude.worker.lines import LearnerFiles

_QUOTED_FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+), in (?P<function>\S+)')
_LONGEST_MESSAGE = 2000


class LearnerError(Exception):
    """The learner's code raised while a probe was using it, or lacks what the probe asked for."""

    def __init__(self, error: Error) -> None:
        super().__init__(error.message)
        self.error = error


def describe_error(exception: BaseException, files: LearnerFiles) -> Error:
    """Type, message and the learner's own frames.

    AutoGraph and graph execution tell the learner's lines only inside their message; those are read
    from there.
    """
    text = str(exception)
    frames = _frames_on_stack(exception, files) + _frames_in_message(text, files)
    return Error(
        type=type(exception).__name__,
        message=_essence(text),
        frames=frames,
        raised_by=_raised_by(exception),
    )


def error_fields(error: Error) -> dict[str, Any]:
    return asdict(error)


def _frames_on_stack(exception: BaseException, files: LearnerFiles) -> list[ErrorFrame]:
    frames = [
        _frame(name, summary.lineno or 0, summary.name, summary.filename)
        for summary in traceback.extract_tb(exception.__traceback__)
        if (name := files.name_of(summary.filename))
    ]
    if isinstance(exception, SyntaxError) and (name := files.name_of(exception.filename or "")):
        line = exception.lineno or 0
        frames.append(_frame(name, line, "<module>", exception.filename or ""))
    return frames


def _frames_in_message(text: str, files: LearnerFiles) -> list[ErrorFrame]:
    return [
        _frame(name, int(match["line"]), match["function"], match["file"])
        for match in _QUOTED_FRAME.finditer(text)
        if (name := files.name_of(match["file"]))
    ]


def _frame(name: str, line: int, function: str, path: str) -> ErrorFrame:
    text = linecache.getline(path, line).strip()
    return ErrorFrame(file=name, line=line, function=function, text=text)


def _essence(text: str) -> str:
    """The message without quoted stacks: what a person needs to read."""
    text = text.partition("\n\nStack trace for op definition")[0]
    text = re.sub(r"Detected at node .*?\n(?=\S*[A-Z])", "", text, flags=re.S) or text
    if "in user code:" in text:
        text = _after_last_frame(text)
    kept = [line for line in text.splitlines() if not _QUOTED_FRAME.search(line)]
    return "\n".join(kept).strip()[:_LONGEST_MESSAGE]


def _after_last_frame(text: str) -> str:
    """AutoGraph quotes frames with two lines each and ends with ``Type: message``."""
    tail = _QUOTED_FRAME.split(text)[-1].lstrip(" *\n")
    lines = tail.splitlines()
    return "\n".join(line.strip() for line in lines[1:]) if len(lines) > 1 else tail


def _raised_by(exception: BaseException) -> str:
    """Module and function that raised, framework frames included."""
    last = exception.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return ""
    module = last.tb_frame.f_globals.get("__name__", "")
    return f"{module}.{last.tb_frame.f_code.co_name}"

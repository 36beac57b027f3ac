"""Exceptions of the learner's program as facts, without the framework's frames."""

import linecache
import traceback
from collections.abc import Sequence
from dataclasses import replace

from etude.domain.error import Error, ErrorFrame
from etude.worker.called import called_in
from etude.worker.essence import QUOTED_FRAME, essence
from etude.worker.lines import LearnerFiles
from etude.worker.missing import missing_of
from etude.worker.node_lines import frames_of_nodes
from etude.worker.operands import operands_of, stopped_at

# A recursion has a thousand frames; its first and last ones tell the story.
_FIRST_FRAMES, _LAST_FRAMES = 4, 16


class LearnerError(Exception):
    """The learner's code raised while a probe was using it, or lacks what the probe asked for."""

    def __init__(self, error: Error) -> None:
        super().__init__(error.message)
        self.error = error


def describe_stop(exception: BaseException, files: LearnerFiles) -> Error:
    """The exception at which the program itself stopped, with what its line calls and is given."""
    error = describe_error(exception, files)
    if not error.frames:
        return error
    text, known = stopped_at(exception, files, error.frames[-1])
    return replace(error, operands=operands_of(text, known), called=called_in(text, known))


def describe_error(exception: BaseException, files: LearnerFiles) -> Error:
    """Type, message and the learner's own frames.

    AutoGraph and graph execution tell the learner's lines only inside their message; those are read
    from there.
    """
    text, kind = _text(exception), type(exception).__name__
    inner = _frames_in_message(text, files) or frames_of_nodes(text, files)
    frames = [*_frames_on_stack(exception, files), *inner]
    return Error(
        type=kind,
        message=essence(text, kind),
        frames=_bounded(_without_repetition(frames)),
        raised_by=_raised_by(exception, files),
        missing=missing_of(exception),
    )


def _text(exception: BaseException) -> str:
    """The message; an exception's own ``__str__`` may fail, and text may be no valid Unicode."""
    try:
        text = _own_text(exception)
    except Exception as error:
        text = f"(its message could not be read: {type(error).__name__})"
    return text.encode("utf-8", "replace").decode("utf-8")


def _own_text(exception: BaseException) -> str:
    if isinstance(exception, SyntaxError):  # its text repeats the place, which is quoted anyway
        return exception.msg
    first = exception.args[0] if exception.args else None
    if isinstance(exception, KeyError) and isinstance(first, str) and "\n" in first:
        return first  # Keras has wrapped it; as a key all its lines would be quoted as one
    return str(exception)


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
        for match in QUOTED_FRAME.finditer(text)
        if (name := files.name_of(match["file"]))
    ]


def _frame(name: str, line: int, function: str, path: str) -> ErrorFrame:
    text = linecache.getline(path, line).strip()
    function = "<lambda>" if function == "None" else function  # as AutoGraph calls it
    return ErrorFrame(file=name, line=line, function=function, text=text)


def _without_repetition(frames: Sequence[ErrorFrame]) -> list[ErrorFrame]:
    """A graph's message begins with the lines that are on the stack already."""
    kept: list[ErrorFrame] = []
    for frame in frames:
        place = (frame.file, frame.line)
        if not kept or place != (kept[-1].file, kept[-1].line):
            kept.append(frame)
    return kept


def _bounded(frames: list[ErrorFrame]) -> list[ErrorFrame]:
    if len(frames) <= _FIRST_FRAMES + _LAST_FRAMES:
        return frames
    return [*frames[:_FIRST_FRAMES], *frames[-_LAST_FRAMES:]]


def _raised_by(exception: BaseException, files: LearnerFiles) -> str:
    """Module and function of the library that raised, "" when the learner's own code did."""
    last = exception.__traceback__
    while last is not None and last.tb_next is not None:
        last = last.tb_next
    if last is None:
        return ""
    code = last.tb_frame.f_code
    module = str(last.tb_frame.f_globals.get("__name__", ""))
    # A file that Python cannot read has no frame: then what loads it is the last one.
    loads = module.startswith(("etude.", "importlib.", "_frozen_importlib"))
    return "" if loads or files.name_of(code.co_filename) else f"{module}.{code.co_name}"

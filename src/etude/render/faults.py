"""What to say when a program was not judged in full: what happened, whose fault, what to try."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.diagnoses.source import Source, call_line
from etude.domain.error import Error, ErrorFrame
from etude.domain.finding import Finding, Severity
from etude.domain.outcome import Fault, Reason
from etude.domain.report import Report
from etude.render.harmless import harmless


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Attributes: headline; detail: one sentence more; attempt: what to try."""

    headline: str
    detail: str = ""
    attempt: str = ""


_LEARNER = {
    Reason.EXIT: Told(
        headline="Your program ended itself before it could be looked at",
        attempt="take away sys.exit(), exit() and os._exit(): let the file run to its end",
    ),
    Reason.CRASH: Told(
        headline="Your program crashed inside native code",
        attempt="look for wrong shapes or indices in the last operation that was run",
    ),
    Reason.TIMEOUT: Told(
        headline="Your program did not end in time",
        attempt="look for a loop that never ends, a dataset with .repeat() that is read to its "
        "end, or more epochs than asked for",
    ),
    Reason.CPU: Told(
        headline="Your program used up its processor time",
        attempt="look for a loop that never ends, or for more work than was asked for",
    ),
    Reason.MEMORY: Told(
        headline="Your program ran out of memory",
        attempt="look for an array far larger than the data, or a dataset held in memory whole",
    ),
    Reason.OUTPUT: Told(
        headline="Your program printed too much",
        attempt="take away print() from inside loops",
    ),
    Reason.CANCELLED: Told(headline="The run was stopped"),
}
_SYSTEM = {
    Reason.WORKER: Told(
        headline="étude could not run your program; your file is not to blame",
        attempt="run it again; if it stays so: etude worker stop, then etude worker status",
    ),
    Reason.LAYER: Told(
        headline="étude's own protection failed, so your program was not run; your file is not "
        "to blame",
        attempt="etude worker status says what stands; please report this",
    ),
}
# What a person would look at first, by the type of an exception of Python's own.
_LOOK_AT = {
    "FileExistsError": "the marked line makes what is there already; remove it first",
    "ImportError": "look up in the documentation of the installed version where this name is now",
    "IsADirectoryError": "the marked line wants a file, and its path is that of a folder",
    "PermissionError": "the marked line may not read or write there; choose a folder of your own",
    "RecursionError": "a function calls itself without end; print what it is given each time",
    "StopIteration": "what the marked line takes the next element of has come to its end",
    "UnboundLocalError": "on the way taken, nothing gave this name a value in the function",
}
# Where what went into the line is not known.
_PRINT = {
    "AssertionError": "both sides of what the marked line asserts",
    "AttributeError": "the type of what stands before the dot in the marked line",
    "IndexError": "the index, and the length or shape of what it is used on",
    "KeyError": "the keys that there are, just before the marked line",
    "ZeroDivisionError": "what the marked line divides by; is something empty?",
}
_PRINT_SHAPES = "the shapes and types of what goes into the marked line"
_COMPARE = "look at what went into the marked line, as shown: which of it is not what you meant?"
_EXERCISE = Told(
    headline="This exercise is broken; your file is not to blame",
    attempt="go on with another one (etude next), and please report this",
)


def told(report: Report) -> Told | None:
    """What to say first; None when the program was judged in full."""
    if report.fault is None:
        return None
    if report.fault is Fault.LEARNER:
        return _learners(report)
    if report.fault is Fault.EXERCISE:
        return _with_detail(_EXERCISE, report)
    chosen = _SYSTEM.get(report.reason or Reason.WORKER, _SYSTEM[Reason.WORKER])
    return _with_detail(chosen, report)


def _learners(report: Report) -> Told:
    known = _LEARNER.get(report.reason or Reason.EXCEPTION)
    if report.error is not None:
        name = harmless(report.error.type)
        if stops_reading(name):
            return Told(headline=f"Python cannot read your file: {name}")
        if known is None:
            attempt = "" if explained(report.findings, report.error) else look_at(report.error)
            return Told(headline=f"Your program stopped with {name}", attempt=attempt)
        return Told(headline=known.headline, attempt=known.attempt)
    if known is None:
        return Told(headline="Your program did not run to its end", detail=harmless(report.detail))
    return _with_detail(known, report)


def explained(findings: Sequence[Finding], error: Error | None) -> bool:
    """Whether one of them says why the program stopped, or what is wrong in the very line."""
    stop = error.frames[-1] if error is not None and error.frames else None
    return any(
        finding.severity is Severity.ERROR
        or (finding.severity is Severity.SILENT and stop is not None and _is_at(finding, stop))
        for finding in findings
    )


def _is_at(finding: Finding, stop: ErrorFrame) -> bool:
    return (finding.file, finding.line) == (stop.file, stop.line)


def look_at(error: Error) -> str:
    """What to look at after an exception that no finding explains."""
    if error.type in _LOOK_AT:
        return _LOOK_AT[error.type]
    return _COMPARE if error.operands else f"print {_PRINT.get(error.type, _PRINT_SHAPES)}"


def stops_reading(name: str) -> bool:
    """Whether Python raises this while it reads a file."""
    return name in ("SyntaxError", "IndentationError", "TabError", "UnicodeDecodeError")


def hard_exit(source: str) -> int:
    """The first line that calls ``os._exit`` or ``os.abort``, 0 without one."""
    found = Source("", source)
    calls = [*found.calls("_exit"), *found.calls("abort")]
    return min(map(call_line, calls), default=0)


def _with_detail(base: Told, report: Report) -> Told:
    return Told(headline=base.headline, detail=harmless(report.detail), attempt=base.attempt)

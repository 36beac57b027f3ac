"""What to say when a program was not judged in full: what happened, whose fault, what to try."""

from dataclasses import dataclass

from etude.diagnoses.source import Source, call_line
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
            return Told(headline=f"Your program stopped with {name}")
        return Told(headline=known.headline, attempt=known.attempt)
    if known is None:
        return Told(headline="Your program did not run to its end", detail=harmless(report.detail))
    return _with_detail(known, report)


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

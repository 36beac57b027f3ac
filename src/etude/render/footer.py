"""The last lines of a report: times, versions, and what protected the machine."""

from rich.console import Group, RenderableType
from rich.text import Text

from etude.domain.outcome import Fault
from etude.domain.report import Report

_PROTECTED = 2
_WARNING = (
    "Isolation level 1: your program ran with your own rights to files and network. "
    "etude worker status says why."
)


def footer(report: Report) -> RenderableType:
    """One dim line; at isolation level 1 a warning above it."""
    line = Text(" · ".join(_facts(report)), style="dim")
    known = bool(report.isolation.layers)  # nothing is known of a run that never began
    if known and report.isolation.level < _PROTECTED and report.fault is not Fault.SYSTEM:
        return Group(Text(_WARNING, style="yellow"), line)
    return line


def _facts(report: Report) -> list[str]:
    total = report.milliseconds
    facts = [f"{_time(total)} in all"] if total else []
    facts += [f"{name} {_time(report.phases[name])}" for name in _named(report)]
    if report.isolation.layers:
        facts.append(f"isolation L{report.isolation.level}")
    tensorflow = report.versions.get("tensorflow")
    return [*facts, f"TensorFlow {tensorflow}"] if tensorflow else facts


def _named(report: Report) -> list[str]:
    wanted = ("program", "probes", "profile", "reload", "what_if", "judging")
    return [name for name in wanted if report.phases.get(name, 0.0) >= 1.0]


def _time(milliseconds: float) -> str:
    return f"{milliseconds / 1e3:.1f} s" if milliseconds >= 1e3 else f"{milliseconds:.0f} ms"

"""Says whose fault it was that a run ended before its task was done."""

import signal
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from etude.domain.job import MB, Limits
from etude.domain.outcome import Fault, Reason
from etude.domain.worker_protocol import EXIT_OURS, Ended
from etude.sandbox.port import Failure

# The kernel stops a process by what it counts in ticks, and tells afterwards what it has measured:
# on a busy virtual machine up to a tenth less.
_CPU_TOLERANCE = 0.25
_CPU_TOLERANCE_SHARE = 0.15
_OUT_OF_MEMORY_SIGNS = ("std::bad_alloc", "MemoryError", "Cannot allocate memory", "out of memory")
_SIGKILL, _SIGXCPU = 9, 24
# It could not even say why, so what it stands on was gone.
_OURS_STOPPED = (
    "étude's own code stopped inside your program; "
    "did it replace a builtin or a function of a library, or close files that it had not opened?"
)


class Stop(StrEnum):
    """Why the sandbox itself ended a run."""

    OUTPUT = "output"
    FACTS_TOO_MANY = "facts-too-many"
    FACTS_FOREIGN = "facts-foreign"


def classify(
    frames: Sequence[Mapping[str, Any]],
    *,
    ended: Ended,
    stop: Stop | None,
    stop_detail: str,
    stderr: str,
    limits: Limits,
) -> Failure | None:
    """None when the task ended as it should."""
    if stop is not None:
        return _stopped(stop, stop_detail, limits)
    told = next((frame for frame in frames if frame["kind"] == "fault"), None)
    if told is not None:
        return _told(told)
    if any(frame["kind"] == "end" for frame in frames):
        return None
    return _unexpected_end(ended, stderr, limits)


def _stopped(stop: Stop, detail: str, limits: Limits) -> Failure:
    if stop is Stop.OUTPUT:
        text = f"expected at most {limits.output_bytes / MB:.0f} MB of printed text, got more"
        return _learner(Reason.OUTPUT, text)
    if stop is Stop.FACTS_TOO_MANY:
        return _learner(Reason.OUTPUT, f"the program made étude record too much: {detail}")
    return _learner(Reason.EXCEPTION, f"the program wrote into étude's own channel: {detail}")


def _told(frame: Mapping[str, Any]) -> Failure:
    try:
        fault, reason = Fault(str(frame.get("fault"))), Reason(str(frame.get("reason")))
    except ValueError:
        return _learner(Reason.EXCEPTION, "the program wrote into étude's own channel")
    return Failure(fault=fault, reason=reason, detail=str(frame.get("detail", "")))


def _unexpected_end(ended: Ended, stderr: str, limits: Limits) -> Failure:
    if ended.killed == "timeout":
        text = f"expected an end within {limits.wall_seconds:g} seconds, stopped it then"
        return _learner(Reason.TIMEOUT, text)
    if ended.killed == "cancel":
        return _learner(Reason.CANCELLED, "stopped before it had ended")
    if ended.exit_code == EXIT_OURS:
        return _learner(Reason.EXCEPTION, _OURS_STOPPED)
    if ended.exit_code >= 0:
        text = f"the program ended itself (exit code {ended.exit_code}) before its task was done"
        return _learner(Reason.EXIT, text)
    return _killed_by_signal(-ended.exit_code, ended, stderr, limits)


def _killed_by_signal(number: int, ended: Ended, stderr: str, limits: Limits) -> Failure:
    used = ended.cpu_seconds
    allowed = limits.cpu_seconds * (1 - _CPU_TOLERANCE_SHARE) - _CPU_TOLERANCE
    if number in (_SIGKILL, _SIGXCPU) and used >= allowed:
        text = f"expected at most {limits.cpu_seconds} processor seconds, used {used:.1f}"
        return _learner(Reason.CPU, text)
    if any(sign in stderr for sign in _OUT_OF_MEMORY_SIGNS):
        text = f"ran out of memory ({limits.data_bytes / MB:.0f} MB are allowed)"
        return _learner(Reason.MEMORY, text)
    if number == _SIGKILL:
        text = "the system ended the program, as it does when memory runs out"
        return _learner(Reason.MEMORY, text)
    return _learner(Reason.CRASH, f"the program crashed ({_signal_name(number)})")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _learner(reason: Reason, detail: str) -> Failure:
    return Failure(fault=Fault.LEARNER, reason=reason, detail=detail)

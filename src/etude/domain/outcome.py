"""What came out of a sandbox, and whose fault it is when nothing good did."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Fault(StrEnum):
    """Who has to change something; never one for another."""

    LEARNER = "learner"
    EXERCISE = "exercise"
    SYSTEM = "system"


class Reason(StrEnum):
    """How a run ended before its task was done."""

    EXCEPTION = "exception"  # the learner's code raised
    EXIT = "exit"  # sys.exit or os._exit before the task was done
    CRASH = "crash"  # killed by a signal: abort, segmentation fault
    TIMEOUT = "timeout"  # wall clock
    CPU = "cpu"  # processor seconds
    MEMORY = "memory"  # MemoryError, or a failed allocation inside TensorFlow
    OUTPUT = "output"  # printed more than the limit
    CANCELLED = "cancelled"  # the caller gave up
    PROBE = "probe"  # an exercise's own probe failed
    WORKER = "worker"  # the worker died, could not start, or has no TensorFlow
    LAYER = "layer"  # a promised layer of isolation failed in the child


@dataclass(frozen=True, slots=True, kw_only=True)
class Isolation:
    """Which protections stood around a run, as probed by trying each forbidden act.

    Attributes:
      level: 1 (process and limits), 2 (adds Landlock and seccomp), 3 (adds namespaces and quota).
      layers: layer name -> "on", or why it is missing.
      uid_separate: learner code ran under another user id than the person's own.
    """

    level: int
    layers: Mapping[str, str] = field(default_factory=dict)
    uid_separate: bool = False


# Why a file did not come out that was never written.
MISSING = "no such file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """A file that learner code made; ``content`` is None when it was refused, and why."""

    name: str
    content: bytes | None = None
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything one run brought out; plain data, nothing live.

    Attributes:
      fault, reason, detail: None when the task ended as it should.
      frames: decoded fact frames in order of arrival; each a dict with a "kind".
      phases: phase name -> milliseconds.
      peak_memory_bytes: largest resident set of the child, pages shared with the worker included.
    """

    fault: Fault | None = None
    reason: Reason | None = None
    detail: str = ""
    frames: Sequence[Mapping[str, Any]] = ()
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    stdout: str = ""
    stderr: str = ""
    output_bytes: int = 0
    exit_code: int | None = None
    phases: Mapping[str, float] = field(default_factory=dict)
    peak_memory_bytes: int = 0
    cpu_seconds: float = 0.0
    isolation: Isolation = field(default_factory=lambda: Isolation(level=1))

"""Hard limits on what one process may use (setrlimit)."""

import os
import resource
import sys
from dataclasses import dataclass

from etude.domain.job import Limits

# Inside a user namespace of its own the kernel counts all children of one worker together.
_CONCURRENT_RUNS = 8
_LOCKED_MEMORY = 64 << 10
_PENDING_SIGNALS = 1024


@dataclass(frozen=True, slots=True)
class ThreadAllowance:
    """Threads that the kernel counts against the user besides those of one run."""

    others: int = 0
    shared_by: int = 1

    def limit(self, threads: int) -> int:
        return self.others + threads * self.shared_by


def thread_allowance(level: int) -> ThreadAllowance:
    """How RLIMIT_NPROC, which counts per user and not per process, has to be widened."""
    if level >= 3:
        return ThreadAllowance(shared_by=_CONCURRENT_RUNS)
    return ThreadAllowance(others=_threads_of_user() * 2, shared_by=_CONCURRENT_RUNS)


def _threads_of_user() -> int:
    """Threads of this user now; a desktop session easily has more than one run may start."""
    if not sys.platform.startswith("linux"):
        return 4096
    total = 0
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.stat(f"/proc/{name}").st_uid == os.getuid():
                total += len(os.listdir(f"/proc/{name}/task"))
        except OSError:
            continue  # ended meanwhile
    return total


def apply_limits(limits: Limits, allowance: ThreadAllowance) -> None:
    """Sets soft and hard limits alike, so that they cannot be raised again."""
    wanted = {
        "RLIMIT_AS": limits.address_space_bytes,
        "RLIMIT_DATA": limits.data_bytes,
        # Soft equals hard: the kernel kills at once, even if SIGXCPU is ignored.
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_NPROC": allowance.limit(limits.threads),
        "RLIMIT_CORE": 0,
        "RLIMIT_MEMLOCK": _LOCKED_MEMORY,
        "RLIMIT_MSGQUEUE": 0,
        "RLIMIT_SIGPENDING": _PENDING_SIGNALS,
    }
    for name, value in wanted.items():
        kind = getattr(resource, name, None)  # macOS has fewer of them
        if kind is not None:
            _lower(kind, value)


def _lower(kind: int, value: int) -> None:
    _, hard = resource.getrlimit(kind)
    reached = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(kind, (reached, reached))

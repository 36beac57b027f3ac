"""Reads this machine's clocks."""

import subprocess
import sys
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from etude.domain.sitting import Reading

_LINUX_BOOT = Path("/proc/sys/kernel/random/boot_id")
_MACOS_BOOT = ("sysctl", "-n", "kern.bootsessionuuid")


def read_clocks() -> Reading:
    """Both clocks at this moment."""
    return Reading(wall=datetime.now(UTC), monotonic=_monotonic(), boot=_boot())


def _monotonic() -> float:
    """Seconds that also count while the machine sleeps.

    Linux has a clock of its own for that; on macOS and Windows Python's monotonic clock is one.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()


@cache
def _boot() -> str:
    """The id of this start of the machine, "" where the system has none."""
    try:
        if sys.platform == "darwin":
            told = subprocess.run(_MACOS_BOOT, capture_output=True, text=True, timeout=5)
            return told.stdout.strip()
        return _LINUX_BOOT.read_text(encoding="ascii").strip()
    except (OSError, subprocess.SubprocessError):
        return ""

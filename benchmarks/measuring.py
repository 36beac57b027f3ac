"""What the benchmarks share: taking turns, medians and ratios, and what machine it was."""

import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

KIB_PER_GIB = 1 << 20


@dataclass(frozen=True)
class Timing:
    """Seconds of one thing that was measured several times."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def lowest(self) -> float:
        """The run that was disturbed least."""
        return min(self.seconds)

    @property
    def highest(self) -> float:
        return max(self.seconds)


def clock(action: Callable[[], object]) -> float:
    """Seconds that the action takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def take_turns(
    measured: Mapping[str, Callable[[], float]],
    *,
    rounds: int,
    rest: float = 0.0,
    on_round: Callable[[int], None] = lambda number: None,
) -> dict[str, Timing]:
    """Measures A B C, A B C, ... so that other work on the machine weighs on all alike.

    Args:
      measured: name -> a function that does it once and returns the seconds it took.
      rest: seconds before each, in which what the one before has left behind comes to its end.
      on_round: called with the number of each round that has ended, from 1.
    """
    seconds: dict[str, list[float]] = {name: [] for name in measured}
    for number in range(1, rounds + 1):
        for name, measure in measured.items():
            time.sleep(rest)
            seconds[name].append(measure())
        on_round(number)
    return {name: Timing(tuple(values)) for name, values in seconds.items()}


def ratio_of_pairs(numerators: Sequence[float], denominators: Sequence[float]) -> float:
    """The median of the ratios of what was measured next to each other."""
    pairs = zip(numerators, denominators, strict=True)
    return statistics.median(above / below for above, below in pairs)


def run_quietly(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    may_fail: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end, and shows what it printed only when it must not fail and does."""
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode and not may_fail:
        name = Path(command[0]).name
        raise SystemExit(f"{name} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done


def machine(*packages: str) -> list[str]:
    """The lines that say where figures come from; no names and no paths."""
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in packages)
    system = platform.uname()
    return [
        f"{_cores()} cores ({_processor()}), {_memory_gib():.0f} GiB of memory",
        f"{system.system} {system.release.partition('-')[0]} on {system.machine}",
        f"Python {sys.version.split()[0]}{', ' if versions else ''}{versions}",
    ]


def load() -> str:
    """How busy the machine was: runnable processes over the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processor() -> str:
    return _field(Path("/proc/cpuinfo"), "model name") or platform.processor() or "unknown"


def _memory_gib() -> float:
    kib = _field(Path("/proc/meminfo"), "MemTotal").removesuffix("kB")
    return float(kib) / KIB_PER_GIB if kib else float("nan")


def _field(path: Path, name: str) -> str:
    """The first value of ``name : value`` in a file of /proc, "" without one."""
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return ""
    found = (line.partition(":") for line in lines)
    return next((value.strip() for key, _, value in found if key.strip() == name), "")

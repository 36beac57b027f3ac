"""What `etude doctor` adds to a program of a person's own, the two taking turns.

python benchmarks/doctor_overhead.py [--rounds 5] [--write]
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measuring import Timing, clock, load, machine, take_turns
from page import bullets, publish, seconds, table

from etude.catalog.data import public_data

ROUNDS = 5
SHARE, FIXED_SECONDS = 0.05, 1.0
PROGRAMS = Path(__file__).parent / "doctor_programs"
DATA = "clip_art"


@dataclass(frozen=True)
class Overhead:
    """One program: its own time, and with étude beside it."""

    name: str
    plain: Timing
    watched: Timing

    @property
    def added(self) -> float:
        """Median of the differences between neighbours."""
        pairs = zip(self.watched.seconds, self.plain.seconds, strict=True)
        return statistics.median(watched - plain for watched, plain in pairs)

    @property
    def allowed(self) -> float:
        return SHARE * self.plain.median + FIXED_SECONDS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    options = parser.parse_args()
    overheads = [_measure(path, options.rounds) for path in sorted(PROGRAMS.glob("*.py"))]
    publish("doctor overhead", _page(overheads, options.rounds), write=options.write)


def _measure(program: Path, rounds: int) -> Overhead:
    ways: Mapping[str, Sequence[str]] = {
        "plain": [sys.executable, str(program)],
        "watched": [sys.executable, "-m", "etude", "doctor", str(program)],
    }
    with tempfile.TemporaryDirectory() as folder:
        runs = {name: partial(clock, partial(_run, way, folder)) for name, way in ways.items()}
        timings = take_turns(runs, rounds=rounds)
    return Overhead(program.stem, plain=timings["plain"], watched=timings["watched"])


def _run(command: Sequence[str], folder: str) -> None:
    # An installed étude has its modules compiled; in a checkout that may be forbidden.
    compiled = {"PYTHONDONTWRITEBYTECODE": ""}
    told = {"DATA": str(public_data(DATA)), "TF_CPP_MIN_LOG_LEVEL": "3"}
    environment = {**os.environ, **compiled, **told}
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if ran.returncode not in (0, 1):  # 1: the doctor has found something
        raise RuntimeError(f"{command} ended with {ran.returncode}:\n{ran.stderr[-2000:]}")


def _page(overheads: Sequence[Overhead], rounds: int) -> str:
    head = ["program", "alone", "with `etude doctor`", "added", "allowed", "held"]
    rows = [
        [
            one.name,
            seconds(one.plain.median),
            seconds(one.watched.median),
            f"{one.added:+.2f} s",
            f"{one.allowed:.2f} s",
            "yes" if one.added <= one.allowed else "**no**",
        ]
        for one in overheads
    ]
    told = f"{rounds} rounds in turns; load at the end {load()}"
    notes = [told, *machine("tensorflow_cpu", "keras")]
    return f"{table(head, rows)}\n\n{bullets(notes)}"


if __name__ == "__main__":
    main()

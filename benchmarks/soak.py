"""Runs the sandbox many times, and looks for hangs, crashes and growth.

python benchmarks/soak.py [--level 3] [--runs 500] [--concurrent-runs 200] [--training]
    [--write]
"""

import argparse
import os
import re
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from page import bullets, publish
from sandbox_programs import TRAINING, TRIVIAL

from etude.domain.job import Job, Limits
from etude.domain.outcome import Outcome
from etude.sandbox import Sandbox, SandboxSettings, open_sandbox, stop_worker, worker_status

CONCURRENT = 8
SETTINGS = SandboxSettings(
    perform="sandbox_programs:perform", import_paths=(str(Path(__file__).parent),)
)


@dataclass(frozen=True)
class Series:
    name: str
    seconds: float
    totals: list[float]
    endings: Counter[str]

    def report(self) -> str:
        ordered = sorted(self.totals)
        p95 = ordered[int(0.95 * (len(ordered) - 1))]
        return (
            f"{self.name}: {len(ordered)} runs, median {statistics.median(ordered):.1f} ms, "
            f"p95 {p95:.1f} ms, slowest {ordered[-1]:.1f} ms, "
            f"{len(ordered) / self.seconds:.1f} runs/s, {dict(self.endings)}"
        )


def main() -> None:
    arguments = _arguments()
    program = TRAINING if arguments.training else TRIVIAL
    job = Job(task=program.encode(), limits=Limits(wall_seconds=60.0))
    with tempfile.TemporaryDirectory() as parent:
        runtime = Path(parent) / "rt"
        sandbox = open_sandbox(
            runtime_dir=runtime,
            minimum_level=arguments.level,
            maximum_level=arguments.level,
            settings=SETTINGS,
        )
        try:
            seen = _soak(sandbox, job, runtime, arguments)
        finally:
            sandbox.close()
            stop_worker(runtime)
    name = "soak of trainings" if arguments.training else "soak"
    publish(name, bullets(seen), write=arguments.write)


def _soak(
    sandbox: Sandbox, job: Job, runtime: Path, arguments: argparse.Namespace
) -> Sequence[str]:
    """What was seen, a line each; sizes before, between and after the two series."""
    for _ in range(10):
        sandbox.run(job)
    before = _worker_size(runtime)
    in_a_row = _series("in a row", sandbox, job, runs=arguments.runs, at_once=1)
    between = _worker_size(runtime)
    name, runs = f"{CONCURRENT} at once", arguments.concurrent_runs
    at_once = _series(name, sandbox, job, runs=runs, at_once=CONCURRENT)
    time.sleep(0.5)
    after = _worker_size(runtime)
    return [
        in_a_row.report(),
        at_once.report(),
        f"worker's descriptors: {before[0]} -> {between[0]} -> {after[0]}",
        f"worker's RSS in MB: {before[1]:.1f} -> {between[1]:.1f} -> {after[1]:.1f}",
        f"our own descriptors: {len(os.listdir('/proc/self/fd'))}",
    ]


def _series(name: str, sandbox: Sandbox, job: Job, *, runs: int, at_once: int) -> Series:
    started = time.monotonic()
    with ThreadPoolExecutor(at_once) as pool:
        outcomes = list(pool.map(sandbox.run, [job] * runs))
    seconds = time.monotonic() - started
    totals = [outcome.phases.get("total", float("nan")) for outcome in outcomes]
    return Series(name, seconds, totals, Counter(map(_ending, outcomes)))


def _ending(outcome: Outcome) -> str:
    return "ok" if outcome.fault is None else f"{outcome.fault}/{outcome.reason}"


def _worker_size(runtime: Path) -> tuple[int, float]:
    """Descriptors and resident megabytes."""
    (status,) = worker_status(runtime)
    text = Path(f"/proc/{status.pid}/status").read_text()
    resident = re.search(r"VmRSS:\s+(\d+) kB", text)
    assert resident is not None
    return len(os.listdir(f"/proc/{status.pid}/fd")), int(resident.group(1)) / 1024


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--level", type=int, default=3)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--concurrent-runs", type=int, default=200)
    parser.add_argument("--training", action="store_true")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""What isolation costs: time to the first line at each level, memory of concurrent trainings.

python benchmarks/isolation_cost.py [--runs 60]
"""

import argparse
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from sandbox_programs import MEASURED_TRAINING, TRAINING, TRIVIAL

from etude.domain.job import Job, Limits
from etude.domain.outcome import Outcome
from etude.sandbox import Sandbox, SandboxSettings, open_sandbox

CONCURRENT = 8
SETTINGS = SandboxSettings(
    perform="sandbox_programs:perform", import_paths=(str(Path(__file__).parent),)
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=60)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as parent, ExitStack() as stack:
        sandboxes = {
            level: stack.enter_context(_open(Path(parent) / f"rt{level}", level))
            for level in (1, 2, 3)
        }
        for sandbox in sandboxes.values():
            sandbox.run(Job(task=TRIVIAL.encode()))
        _report_times(sandboxes, runs)
        _report_training(sandboxes[3])
        _report_memory(sandboxes[3])


def _open(runtime: Path, level: int) -> Sandbox:
    return open_sandbox(
        runtime_dir=runtime,
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=SETTINGS,
    )


def _report_times(sandboxes: dict[int, Sandbox], runs: int) -> None:
    """Levels take turns, so that other work on the machine weighs on all alike."""
    seen: dict[int, list[tuple[float, float, float]]] = {level: [] for level in sandboxes}
    for _ in range(runs):
        for level, sandbox in sandboxes.items():
            asked = time.monotonic_ns()
            outcome = sandbox.run(Job(task=TRIVIAL.encode()))
            answered = time.monotonic_ns()
            first_line = (_first_line_ns(outcome) - asked) / 1e6
            seen[level].append((first_line, outcome.phases["isolate"], (answered - asked) / 1e6))
    print(
        "level  first line  isolation  verdict   (ms, median of", runs, "runs; lowest first line)"
    )
    for level, rows in seen.items():
        first, isolation, verdict = (
            statistics.median(column) for column in zip(*rows, strict=True)
        )
        lowest = min(row[0] for row in rows)
        print(f"{level:5}  {first:10.1f}  {isolation:9.1f}  {verdict:7.1f}   {lowest:.1f}")


def _first_line_ns(outcome: Outcome) -> int:
    return next(int(frame["at_ns"]) for frame in outcome.frames if frame["kind"] == "first-line")


def _report_training(sandbox: Sandbox) -> None:
    job = Job(task=TRAINING.encode(), artifacts=("model.keras",))
    totals = [sandbox.run(job).phases["total"] for _ in range(7)]
    print(f"small training to verdict, level 3: median {statistics.median(totals):.0f} ms")


def _report_memory(sandbox: Sandbox) -> None:
    job = Job(task=MEASURED_TRAINING.encode(), limits=Limits(wall_seconds=120.0))
    with ThreadPoolExecutor(CONCURRENT) as pool:
        outcomes = list(pool.map(sandbox.run, [job] * CONCURRENT))
    facts = [frame for outcome in outcomes for frame in outcome.frames if frame["kind"] == "memory"]
    for name in ("uss", "pss"):
        values = sorted(fact[name] for fact in facts)
        median = statistics.median(values)
        print(
            f"{len(values)} trainings at once, {name.upper()} each: median {median:.1f} MB, "
            f"largest {values[-1]:.1f} MB"
        )


if __name__ == "__main__":
    main()

"""What isolation costs: time to the first line at each level, memory of concurrent trainings.

python benchmarks/isolation_cost.py [--runs 60] [--write]
"""

import argparse
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from page import bullets, publish, table
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
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as parent, ExitStack() as stack:
        sandboxes = {
            level: stack.enter_context(_open(Path(parent) / f"rt{level}", level))
            for level in (1, 2, 3)
        }
        for sandbox in sandboxes.values():
            sandbox.run(Job(task=TRIVIAL.encode()))
        times = _times(sandboxes, options.runs)
        lines = [_training(sandboxes[3]), *_memory(sandboxes[3])]
    publish("isolation", f"{times}\n\n{bullets(lines)}", write=options.write)


def _open(runtime: Path, level: int) -> Sandbox:
    return open_sandbox(
        runtime_dir=runtime,
        minimum_level=level,
        maximum_level=level,
        background=False,
        settings=SETTINGS,
    )


def _times(sandboxes: dict[int, Sandbox], runs: int) -> str:
    """Levels take turns, so that other work on the machine weighs on all alike."""
    seen: dict[int, list[tuple[float, float, float]]] = {level: [] for level in sandboxes}
    for _ in range(runs):
        for level, sandbox in sandboxes.items():
            seen[level].append(_one(sandbox))
    head = ["level", "isolation", "request to first line", "lowest", "request to verdict"]
    return f"Milliseconds, medians of {runs} runs in turns:\n\n" + table(
        head, [_row(level, rows) for level, rows in seen.items()]
    )


def _one(sandbox: Sandbox) -> tuple[float, float, float]:
    """Milliseconds of isolation, to the first line, and to the outcome of a trivial program."""
    asked = time.monotonic_ns()
    outcome = sandbox.run(Job(task=TRIVIAL.encode()))
    answered = time.monotonic_ns()
    first_line = (_first_line_ns(outcome) - asked) / 1e6
    return outcome.phases["isolate"], first_line, (answered - asked) / 1e6


def _row(level: int, rows: list[tuple[float, float, float]]) -> list[str]:
    isolation, first, verdict = (statistics.median(column) for column in zip(*rows, strict=True))
    lowest = min(row[1] for row in rows)
    return [str(level), *(f"{value:.1f}" for value in (isolation, first, lowest, verdict))]


def _first_line_ns(outcome: Outcome) -> int:
    return next(int(frame["at_ns"]) for frame in outcome.frames if frame["kind"] == "first-line")


def _training(sandbox: Sandbox) -> str:
    job = Job(task=TRAINING.encode(), artifacts=("model.keras",))
    totals = [sandbox.run(job).phases["total"] for _ in range(7)]
    return f"a small training to its outcome at level 3: median {statistics.median(totals):.0f} ms"


def _memory(sandbox: Sandbox) -> list[str]:
    job = Job(task=MEASURED_TRAINING.encode(), limits=Limits(wall_seconds=120.0))
    with ThreadPoolExecutor(CONCURRENT) as pool:
        outcomes = list(pool.map(sandbox.run, [job] * CONCURRENT))
    facts = [frame for outcome in outcomes for frame in outcome.frames if frame["kind"] == "memory"]
    return [_sizes(name, sorted(fact[name] for fact in facts)) for name in ("uss", "pss")]


def _sizes(name: str, values: list[float]) -> str:
    return (
        f"{len(values)} trainings at once, {name.upper()} each: "
        f"median {statistics.median(values):.1f} MB, largest {values[-1]:.1f} MB"
    )


if __name__ == "__main__":
    main()

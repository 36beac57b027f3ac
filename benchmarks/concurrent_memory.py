"""Memory of concurrent runs: what each has for itself, beyond the pages it shares with the worker.

python benchmarks/concurrent_memory.py [--runs 8] [--write]
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import msgspec
from measuring import machine
from page import bullets, publish, table
from sandbox_programs import TRAINING

from etude.domain.job import Job, Limits
from etude.domain.outcome import Outcome
from etude.domain.task import Task
from etude.sandbox import Sandbox, open_sandbox, stop_worker, worker_status

RUNS = 8
BUDGET_MB = 70
_PROGRAM = "training.py"
_BETWEEN_LOOKS = 0.03


@dataclass(frozen=True)
class Memory:
    """Megabytes of one run: pages of its own, and with its share of the common ones."""

    own: float
    proportional: float


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure the memory of concurrent runs.")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"at once ({RUNS})")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    options = parser.parse_args()
    publish_memory(peaks_of_concurrent_runs(options.runs), write=options.write)


def peaks_of_concurrent_runs(count: int = RUNS) -> Sequence[Memory]:
    """The largest memory of each of ``count`` small trainings that run at once."""
    with tempfile.TemporaryDirectory() as folder:
        runtime = Path(folder) / "rt"
        sandbox = open_sandbox(runtime_dir=runtime)
        try:
            _assert_good(sandbox.run(_training()))
            (status,) = worker_status(runtime)
            return _watch_runs(sandbox, status.pid, count)
        finally:
            sandbox.close()
            stop_worker(runtime)


def publish_memory(peaks: Sequence[Memory], *, write: bool) -> None:
    """Prints the section on memory, and writes it into the page when asked to."""
    conditions = bullets(machine("tensorflow_cpu", "keras"))
    publish("memory", f"{memory_table(peaks)}\n\n{conditions}", write=write)


def memory_table(peaks: Sequence[Memory]) -> str:
    own = sorted(peak.own for peak in peaks)
    proportional = sorted(peak.proportional for peak in peaks)
    rows = [
        ["pages of its own (USS)", *_median_and_largest(own), f"{BUDGET_MB} MB"],
        ["with its share of the common pages (PSS)", *_median_and_largest(proportional), ""],
    ]
    return table([f"{len(peaks)} trainings at once, each", "median", "largest", "budget"], rows)


def _watch_runs(sandbox: Sandbox, worker: int, count: int) -> Sequence[Memory]:
    """Peaks while all of them run: what the last one still shared with the others is its own."""
    peaks: dict[int, Memory] = {}
    with ThreadPoolExecutor(count) as pool:
        runs = [pool.submit(sandbox.run, _training()) for _ in range(count)]
        while not all(run.done() for run in runs):
            looked = dict(_children_memory(worker))
            for child, now in looked.items() if len(looked) == count else ():
                before = peaks.get(child, Memory(0.0, 0.0))
                peaks[child] = Memory(
                    max(before.own, now.own), max(before.proportional, now.proportional)
                )
            time.sleep(_BETWEEN_LOOKS)
    _assert_all_seen(peaks, runs)
    return list(peaks.values())


def _training() -> Job:
    """The real work of a run: recorders look on."""
    task = Task(program=_PROGRAM, as_script=True, sources=[_PROGRAM])
    return Job(
        task=msgspec.json.encode(task),
        files={_PROGRAM: TRAINING.encode()},
        limits=Limits(wall_seconds=120.0),
    )


def _assert_good(outcome: Outcome) -> None:
    if outcome.fault is not None:
        raise SystemExit(f"the training did not run: {outcome.detail}")


def _assert_all_seen(peaks: Mapping[int, Memory], runs: Sequence["Future[Outcome]"]) -> None:
    for run in runs:
        _assert_good(run.result())
    if len(peaks) != len(runs):
        raise SystemExit(f"expected to see {len(runs)} runs, saw {len(peaks)}")


def _children_memory(worker: int) -> Iterator[tuple[int, Memory]]:
    """Each child of the worker with what it and its own descendants hold."""
    parents = _parents()
    for child in [pid for pid, parent in parents.items() if parent == worker]:
        family = [pid for pid in parents if _descends(pid, child, parents)]
        sizes = [_sizes(pid) for pid in family]
        own = sum(size.get("Private_Clean", 0) + size.get("Private_Dirty", 0) for size in sizes)
        if own:
            yield child, Memory(own / 1024, sum(size.get("Pss", 0) for size in sizes) / 1024)


def _parents() -> dict[int, int]:
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            try:
                stat = (folder / "stat").read_text()
            except OSError:  # it has ended meanwhile
                continue
            found[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    return found


def _descends(pid: int, ancestor: int, parents: Mapping[int, int]) -> bool:
    while pid in parents and pid != ancestor:
        pid = parents[pid]
    return pid == ancestor


def _sizes(pid: int) -> Mapping[str, int]:
    """Kilobytes by name; empty for a process that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return {}
    pairs = (line.partition(":") for line in lines)
    return {name: int(size.split()[0]) for name, _, size in pairs}


def _median_and_largest(ordered: Sequence[float]) -> tuple[str, str]:
    return f"{statistics.median(ordered):.0f} MB", f"{ordered[-1]:.0f} MB"


if __name__ == "__main__":
    main()

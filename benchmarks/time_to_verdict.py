"""From a saved file to a verdict: étude and other tools on the same submission, taking turns.

python benchmarks/time_to_verdict.py [--rounds 5] [--tools watching check] [--write]

The other tools are installed once into a cache folder; nothing of the user's is read or changed.
Each tool first judges a wrong and the right submission without being timed. That warms the disk
cache, and shows that all of them come to the same verdicts, which is what makes their times
comparable.
"""

import argparse
import contextlib
import itertools
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from concurrent_memory import BUDGET_MB, Memory, peaks_of_concurrent_runs, publish_memory
from etude_ways import EXERCISE, Checking, Home, Watching
from foreign import foreign_environment, versions
from foreign_tools import Nbgrader, Otter, PlainPytest
from measuring import Timing, clock, load, machine, run_quietly, take_turns
from page import bullets, publish, seconds, table, times

from etude.catalog.exercises import exercises

ROUNDS = 5
# Kernels that end and workers that warm a child are not to weigh on whoever comes next.
REST_SECONDS = 2.0
WATCHING = "étude, watching"
CHECK = "`etude check`, warm"
COLD = "`etude check`, cold"
IMPORT = "only `import tensorflow, keras`"
WRONG = "integer_labels_with_categorical_loss"

WATCHING_BUDGET = 0.25
COLD_BEYOND_IMPORT = 1.0
TIMES_NBGRADER = 40
TIMES_PYTEST = 15


class Tool(Protocol):
    """Something that judges a submission."""

    name: str

    def submit(self, program: str) -> None:
        """Puts the submission where the tool looks for it; not timed."""

    def judge(self) -> None:
        """From the submission to the verdict; timed."""

    def passed(self) -> bool:
        """The verdict; not timed."""


@dataclass(frozen=True)
class Programs:
    """The exercise's own solution, and one of its mistakes."""

    right: str
    wrong: str


@dataclass(frozen=True)
class Verdicts:
    right: bool
    wrong: bool


def main() -> None:
    options = _options()
    programs = read_programs()
    with contextlib.ExitStack() as stack:
        homes: list[Home] = []
        tools = list(_tools(stack, options, warm_homes=homes))
        verdicts = {tool.name: judge_both(tool, programs) for tool in tools}
        timings = _measure(tools, programs, options.rounds)
        stayed_warm = all(len(home.workers) <= 1 for home in homes)
    memory = peaks_of_concurrent_runs() if options.memory else []
    parts = [
        results_table(timings, verdicts),
        budget_table(timings, memory),
        bullets([*_conditions(options, timings), *machine("tensorflow_cpu", "keras")]),
    ]
    publish("time to verdict", "\n\n".join(parts), write=options.write and stayed_warm)
    if memory:
        publish_memory(memory, write=options.write)
    if not stayed_warm:
        raise SystemExit("étude's files were edited meanwhile: its warm times are not warm ones")
    if any(verdict != Verdicts(right=True, wrong=False) for verdict in verdicts.values()):
        raise SystemExit("the tools do not agree, so their times must not be compared")


def read_programs() -> Programs:
    folder = exercises()[EXERCISE].folder
    wrong = folder / "mistakes" / f"{WRONG}.py"
    return Programs((folder / "solution.py").read_text(), wrong.read_text())


def judge_both(tool: Tool, programs: Programs) -> Verdicts:
    """The right one last, so that it is what every timed run is given."""
    verdicts = []
    for program in (programs.wrong, programs.right):
        tool.submit(program)
        tool.judge()
        verdicts.append(tool.passed())
    wrong, right = verdicts
    print(f"{tool.name}: right {_told(right)}, wrong {_told(wrong)}", file=sys.stderr)
    return Verdicts(right=right, wrong=wrong)


def results_table(timings: Mapping[str, Timing], verdicts: Mapping[str, Verdicts]) -> str:
    """A row per way, and how many times the time of étude's two warm ways it takes."""
    bases = [name for name in (WATCHING, CHECK) if name in timings]
    head = ["way to a verdict", "median", "lowest", "highest"]
    head += [f"{short} {base}" for base in bases for short in ("median /", "lowest /")]
    rows = [
        [
            name,
            *map(seconds, (timing.median, timing.lowest, timing.highest)),
            *_ratios(timing, [timings[base] for base in bases]),
            *_both(verdicts.get(name)),
        ]
        for name, timing in timings.items()
    ]
    return table([*head, "right one", "wrong one"], rows)


def budget_table(timings: Mapping[str, Timing], memory: Sequence[Memory]) -> str:
    """What was promised beside what was measured; medians."""
    return table(
        ["budget", "promised", "measured", "held"],
        [*_time_budgets(timings), *_ratio_budgets(timings), *_memory_budget(memory)],
    )


def _time_budgets(timings: Mapping[str, Timing]) -> Iterator[list[str]]:
    if WATCHING in timings:
        median = timings[WATCHING].median
        yield [
            "save to verdict, warm",
            f"<= {seconds(WATCHING_BUDGET)}",
            seconds(median),
            _held(median <= WATCHING_BUDGET),
        ]
    if COLD in timings and IMPORT in timings:
        beyond = timings[COLD].median - timings[IMPORT].median
        yield [
            "first verdict, beyond importing TensorFlow",
            f"<= {seconds(COLD_BEYOND_IMPORT)}",
            seconds(beyond),
            _held(beyond <= COLD_BEYOND_IMPORT),
        ]


def _ratio_budgets(timings: Mapping[str, Timing]) -> Iterator[list[str]]:
    wanted = {Nbgrader.name: TIMES_NBGRADER, PlainPytest.name: TIMES_PYTEST}
    for name, least in wanted.items():
        if name in timings and WATCHING in timings:
            ratio = timings[name].median / timings[WATCHING].median
            yield [
                f"faster than {name}, warm",
                f">= {times(least)}",
                times(ratio),
                _held(ratio >= least),
            ]


def _memory_budget(memory: Sequence[Memory]) -> Iterator[list[str]]:
    if memory:
        largest = max(one.own for one in memory)
        yield [
            f"memory of each of {len(memory)} concurrent trainings",
            f"<= {BUDGET_MB} MB",
            f"{largest:.0f} MB",
            _held(largest <= BUDGET_MB),
        ]


def _tools(
    stack: contextlib.ExitStack, options: argparse.Namespace, *, warm_homes: list[Home]
) -> Iterator[Tool]:
    """Each has a folder and, where it needs one, a worker of its own."""
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
    if "watching" in options.tools:
        warm_homes.append(_home(stack, folder / "watching"))
        watching = Watching(WATCHING, warm_homes[-1])
        stack.callback(watching.close)
        yield watching
    if "check" in options.tools:
        warm_homes.append(_home(stack, folder / "warm"))
        yield Checking(CHECK, warm_homes[-1], cold=False)
    if "cold" in options.tools:
        yield Checking(COLD, _home(stack, folder / "cold"), cold=True)
    kinds: dict[str, type[PlainPytest | Nbgrader | Otter]] = {
        "pytest": PlainPytest,
        "nbgrader": Nbgrader,
        "otter": Otter,
    }
    wanted = [kinds[name] for name in kinds if name in options.tools]
    if wanted:
        environment = foreign_environment(options.cache)
        yield from (kind(environment, folder) for kind in wanted)


def _home(stack: contextlib.ExitStack, folder: Path) -> Home:
    home = Home(folder)
    stack.callback(home.stop_worker)
    return home


def _measure(tools: Sequence[Tool], programs: Programs, rounds: int) -> Mapping[str, Timing]:
    fresh = _fresh_copies(programs.right)
    measured = {tool.name: partial(_time_to_pass, tool, fresh) for tool in tools}
    measured[IMPORT] = partial(clock, _import_tensorflow)
    return take_turns(measured, rounds=rounds, rest=REST_SECONDS, on_round=_tell_round)


def _fresh_copies(program: str) -> Iterator[str]:
    """No two are the same, so that no tool can answer from memory."""
    return (f"{program}\n# {number}\n" for number in itertools.count())


def _time_to_pass(tool: Tool, fresh: Iterator[str]) -> float:
    tool.submit(next(fresh))
    elapsed = clock(tool.judge)
    if not tool.passed():
        raise SystemExit(f"{tool.name} has changed its mind about the right submission")
    return elapsed


def _import_tensorflow() -> None:
    run_quietly([sys.executable, "-c", "import tensorflow, keras"])


def _conditions(options: argparse.Namespace, timings: Mapping[str, Timing]) -> list[str]:
    told = [
        f"`{EXERCISE}`, its solution; {options.rounds} rounds in turns; "
        f"load of the machine at the end {load()}"
    ]
    if any(name in timings for name in (PlainPytest.name, Nbgrader.name, Otter.name)):
        environment = foreign_environment(options.cache)
        told.append(", ".join(versions(environment, "pytest", "nbgrader", "otter-grader")))
    return told


def _ratios(timing: Timing, bases: Sequence[Timing]) -> Iterator[str]:
    for base in bases:
        yield times(timing.median / base.median)
        yield times(timing.lowest / base.lowest)


def _both(verdicts: Verdicts | None) -> Sequence[str]:
    return [_told(verdicts.right), _told(verdicts.wrong)] if verdicts else ["", ""]


def _told(passed: bool) -> str:
    return "passed" if passed else "failed"


def _held(held: bool) -> str:
    return "yes" if held else "**no**"


def _tell_round(number: int) -> None:
    print(f"round {number} has ended, load {load()}", file=sys.stderr)


def _options() -> argparse.Namespace:
    names = ["watching", "check", "cold", "pytest", "nbgrader", "otter"]
    parser = argparse.ArgumentParser(description="Measure the way from a saved file to a verdict.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"({ROUNDS})")
    parser.add_argument("--tools", nargs="+", choices=names, default=names, help="(all)")
    parser.add_argument("--no-memory", dest="memory", action="store_false")
    parser.add_argument("--cache", type=Path, help="where the other tools are installed")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""How soon commands that run nothing answer, beside Python doing nothing.

python benchmarks/command_start.py [--rounds 15] [--write]
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from etude_ways import ETUDE, Home
from measuring import Timing, clock, load, machine, run_quietly, take_turns
from page import bullets, publish, seconds, table

ROUNDS = 15
BUDGET = 0.15
NOTHING = "`python -c pass`"
COMMANDS = {"`etude --help`": ["--help"], "`etude list`": ["list"]}


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        measured = _measured(Home(Path(folder) / "user"))
        for measure in measured.values():
            measure()  # warms the disk cache; not counted
        timings = take_turns(measured, rounds=options.rounds)
    conditions = [f"{options.rounds} rounds in turns; load at the end {load()}", *machine("click")]
    section = f"{start_table(timings)}\n\n{bullets(conditions)}"
    publish("command start", section, write=options.write)


def start_table(timings: Mapping[str, Timing]) -> str:
    rows: list[Sequence[str]] = []
    for name, timing in timings.items():
        told = [seconds(timing.median), seconds(timing.lowest)]
        if name == NOTHING:
            rows.append([name, *told, "", "", ""])
            continue
        beyond = timing.median - timings[NOTHING].median
        held = "yes" if timing.median <= BUDGET else "**no**"
        rows.append([name, *told, seconds(beyond), f"<= {seconds(BUDGET)}", held])
    return table(["command", "median", "lowest", "beyond Python's own", "promised", "held"], rows)


def _measured(home: Home) -> Mapping[str, Callable[[], float]]:
    commands = {NOTHING: [sys.executable, "-c", "pass"]}
    commands |= {name: [ETUDE, *arguments] for name, arguments in COMMANDS.items()}
    return {
        name: partial(
            clock, partial(run_quietly, command, cwd=home.workspace, environment=home.variables)
        )
        for name, command in commands.items()
    }


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure how soon commands answer.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help=f"({ROUNDS})")
    parser.add_argument("--write", action="store_true", help="into docs/benchmarks.md")
    return parser.parse_args()


if __name__ == "__main__":
    main()

"""How many faults that are put into right programs the diagnoses name, and which they miss.

python benchmarks/mutants.py [--seed S] [--most N] [--only OPERATOR] [--list misses | all] [--write]

Each mutant is a program of ``tests/corpus/right`` with one change, as people slip. Those count that
are visibly worse: they stop, or end with a clearly worse loss or score than the right program does
with either of two seeds. A fault counts as named when one of the first two findings points at the
changed statement (``mutation.place`` says what that is), with a diagnosis that the right program is
not told.
"""

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from corpus import Program, in_a_sandbox, right_programs
from corpus_results import Results
from mutant_results import Count, Measurement, add, section
from mutant_runs import Judged, Runs
from mutation import OPERATORS, Mutant, mutants_of
from page import publish

# Most programs are run on their own as well, so several mutants are made of each.
_MUTANTS_TO_A_PROGRAM = 3


def main() -> None:
    options = _options()
    mutants = chosen(right_programs(), seed=options.seed, most=options.most, only=options.only)
    judged = []
    for one in judge_all(mutants):
        judged.append(one)
        if options.list == "all" or (options.list and one.is_worse and not one.is_named):
            print(f"{_in_full(one)}\n", flush=True)
    measurement = Measurement(
        day=datetime.now(UTC).date(), seed=options.seed, operators=counts(judged)
    )
    before = add(measurement) if options.write else [measurement]
    publish("mutants", section(before), write=options.write)


def chosen(
    programs: Sequence[Program], *, seed: int, most: int, only: str = ""
) -> Sequence[Mutant]:
    """As many of each operator as of the others, as far as it can make them."""
    rng = random.Random(seed)
    some = rng.sample(programs, min(len(programs), max(1, most // _MUTANTS_TO_A_PROGRAM)))
    waiting = [
        _drawn(some, operator, random.Random(f"{seed} {operator}"))
        for operator in OPERATORS
        if only in operator
    ]
    found: list[Mutant] = []
    while waiting and len(found) < most:
        drawn = [(one, next(one, None)) for one in waiting]
        waiting = [one for one, mutant in drawn if mutant is not None]
        found += [mutant for _, mutant in drawn if mutant is not None]
    return found[:most]


def _drawn(programs: Sequence[Program], operator: str, rng: random.Random) -> Iterator[Mutant]:
    """One mutant of each program that the operator can change, in an order of its own."""
    for program in rng.sample(programs, len(programs)):
        if possible := list(mutants_of(program, operator)):
            yield rng.choice(possible)


def judge_all(mutants: Sequence[Mutant]) -> Iterator[Judged]:
    """Runs each, some at a time."""
    right = Results(right_programs())
    return in_a_sandbox(lambda sandbox: Runs(sandbox, right).judge, mutants)


def counts(judged: Sequence[Judged]) -> dict[str, Count]:
    """Of each operator."""
    found = {}
    for operator in OPERATORS:
        own = [one for one in judged if one.mutant.operator == operator and one.is_fair]
        if own:
            found[operator] = Count(
                made=len(own),
                worse=sum(one.is_worse for one in own),
                named=sum(one.is_named for one in own),
            )
    return found


def _in_full(judged: Judged) -> str:
    """One mutant as the one who mends a diagnosis wants to see it."""
    mutant = judged.mutant
    lines = [
        f"{judged.verdict}: {mutant.operator}, {mutant.program.name} line {mutant.line}"
        f"{': ' + judged.trouble if judged.trouble else ''}",
        f"  - {mutant.old}",
        f"  + {mutant.new}",
        f"  at {sorted(mutant.lines)}; told:",
    ]
    lines += [
        f"    {f.severity} {f.diagnosis} line {f.line}: {f.evidence}" for f in judged.findings
    ]
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the diagnoses on faults put in.")
    parser.add_argument("--seed", type=int, default=0, help="of the choice of mutants")
    parser.add_argument("--most", type=int, default=300, help="how many mutants are run")
    parser.add_argument("--only", default="", help="operators with this in their name")
    parser.add_argument("--list", choices=["misses", "all"], help="show what they were told")
    parser.add_argument("--write", action="store_true", help="keep it, and docs/benchmarks.md")
    options = parser.parse_args()
    if options.write and options.only:
        parser.error("the page is about all operators: --write without --only")
    return options


if __name__ == "__main__":
    main()

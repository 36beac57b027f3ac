"""How often diagnoses find the fault of a program, at its line, and how often they blame wrongly.

python benchmarks/diagnosis_scores.py [--write | --check] [--as WAY]
    [--only WORD | --share K/N | --missing]
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from corpus import Program, in_a_sandbox, observed, right_programs, wrong_programs
from corpus_results import Results
from rewriting import WAYS
from scores_page import page
from scoring import Told, shortfalls

from etude.diagnoses.diagnose import catalogue, diagnose
from etude.sandbox import Sandbox

PAGE = Path(__file__).resolve().parents[1] / "docs" / "diagnoses.md"


def main() -> int:
    options = _options()
    results = Results([*right_programs(), *wrong_programs()])
    told = []
    for one in tell_all(_chosen(options, results)):
        told.append(one)
        if options.write:
            results.keep(one, datetime.now(UTC).date())
        if options.only:
            print(f"{_in_full(one)}\n")
    if options.write:
        PAGE.write_text(page_of(results), encoding="utf-8")
    if not options.only:
        print(page(told, catalogue()))
    complaints = shortfalls(told, catalogue())
    print("\n".join(complaints), file=sys.stderr)
    return 1 if options.check and complaints else 0


def page_of(results: Results) -> str:
    """docs/diagnoses.md, from the last run of each program."""
    return page(results.told, catalogue(), days=results.days, missing=results.missing)


@dataclass(frozen=True)
class Share:
    """Every ``of``-th program from the ``part``-th on, both counted from one."""

    part: int = 1
    of: int = 1

    def of_programs(self, programs: Sequence[Program]) -> Sequence[Program]:
        return programs[self.part - 1 :: self.of]


def _chosen(options: argparse.Namespace, results: Results) -> Sequence[Program]:
    programs = results.missing if options.missing else options.share.of_programs(results.programs)
    return as_written([p for p in programs if options.only in p.name], options.way)


def as_written(programs: Sequence[Program], way: str) -> Sequence[Program]:
    """Those that can be written in this way, so; all of them as they are for ""."""
    if not way:
        return programs
    written = [(program, WAYS[way](program.text)) for program in programs]
    return [replace(program, text=text) for program, text in written if text is not None]


def tell_all(programs: Sequence[Program]) -> Iterator[Told]:
    """Runs every program once, some at a time."""
    return in_a_sandbox(lambda sandbox: partial(tell, sandbox), programs)


def tell(sandbox: Sandbox, program: Program) -> Told:
    """What the recorders and all diagnoses make of one program."""
    evidence = observed(sandbox, program.text)
    raised = f"{evidence.error.type}: {evidence.error.message}" if evidence.error else ""
    trouble = raised or (str(evidence.reason) if evidence.reason else "")
    return Told(program=program, findings=diagnose(evidence), trouble=trouble)


def _in_full(told: Told) -> str:
    """One program as the one who mends a diagnosis wants to see it."""
    lines = [f"{told.program.name}{': ' + told.trouble if told.trouble else ''}"]
    lines += [f"  {f.severity} {f.diagnosis} line {f.line}: {f.evidence}" for f in told.findings]
    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the diagnoses on a corpus of programs.")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--write", action="store_true", help="keep the results, and docs/diagnoses.md"
    )
    what.add_argument("--check", action="store_true", help="fail below the bars")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--only", default="", help="show what programs of such a name are told")
    which.add_argument(
        "--share",
        type=_share_of,
        default=Share(),
        metavar="K/N",
        help="only the K-th of N shares of the programs",
    )
    which.add_argument("--missing", action="store_true", help="only those without a kept result")
    parser.add_argument("--as", dest="way", default="", choices=WAYS, help="written otherwise")
    options = parser.parse_args()
    if options.write and options.way:
        parser.error("the page is about the programs as they are: --write without --as")
    return options


def _share_of(text: str) -> Share:
    part, _, of = text.partition("/")
    if not (part.isdecimal() and of.isdecimal() and 1 <= int(part) <= int(of)):
        raise argparse.ArgumentTypeError(f"expected such as 2/3, got {text}")
    return Share(int(part), int(of))


if __name__ == "__main__":
    sys.exit(main())

"""
How far right and wrong answers of an exercise lie from its bars, over many seeds of their training.

    python benchmarks/exercise_bars.py text/next_character --write
    python benchmarks/exercise_bars.py --right        # every exercise with a bar, right answers

A bar is fair when every right answer passes it with every seed, with a margin, and the usual wrong
ones miss it. The seed takes the place of the number in the program's own `set_random_seed(...)`; a
program without one finds Keras seeded with it. Seeds of splits and of data that is drawn stay as
they are, since an exercise may name them. A program may reach a bar and not pass, by another check.

`--write` puts the table into the exercise's `design.md`. Rows of programs that were not run this
time stay there until the bar changes.
"""

import argparse
import re
import statistics
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from page import MissingMarkers, publish, table, with_section

from etude.app.grader import make_grader
from etude.app.open_practice import user_sandbox
from etude.app.places import find_places
from etude.app.proof import answer, told
from etude.app.versions import versions
from etude.catalog.exercises import exercises
from etude.catalog.marking import read_checks
from etude.catalog.texts import read_text
from etude.checks.base import Check
from etude.checks.finds_rare import FindsRare
from etude.checks.hidden_metric import HiddenMetric
from etude.checks.loss_comes_down import LossComesDown
from etude.checks.reaches_score import ReachesScore
from etude.domain.exercise import Exercise, Kind
from etude.domain.report import Report
from etude.domain.what_if import AS_IT_IS
from etude.grading.grade import Grader

NAME = "bars"
HEAD = ("program", "value", "lowest", "median", "highest", "bar", "reached", "passed")
_SEEDED = re.compile(r"(?<=set_random_seed\()\d+(?=\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A value that training brings about, and what is asked of it.

    Attributes:
      measured: its name in the verdict of ``check``; label: in the table.
    """

    check: str
    measured: str
    label: str
    asked: float
    at_least: bool

    def reached_by(self, value: float) -> bool:
        return value >= self.asked if self.at_least else value <= self.asked

    @property
    def cell(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.asked:g}"


def bars_of(checks: Sequence[Check]) -> list[Bar]:
    """Every bar on a value that is another with another seed; the name tells two of them apart."""
    found = [bar for check in checks for bar in _bars(check)]
    labels = [bar.label for bar in found]
    return [
        replace(bar, label=f"{bar.check}: {bar.label}") if labels.count(bar.label) > 1 else bar
        for bar in found
    ]


def _bars(check: Check) -> list[Bar]:
    match check:
        case HiddenMetric():
            return [_of_score(check, AS_IT_IS)]
        case ReachesScore():
            return [_of_score(check, str(check.metric))]
        case LossComesDown(name=name, below=below):
            return [Bar(check=name, measured="loss", label="loss", asked=below, at_least=False)]
        case FindsRare(name=name):
            asked = {"recall": check.recall, "precision": check.precision}
            return [
                Bar(check=name, measured=what, label=what, asked=bar, at_least=True)
                for what, bar in asked.items()
            ]
    return []


def _of_score(check: HiddenMetric | ReachesScore, measured: str) -> Bar:
    return Bar(
        check=check.name,
        measured=measured,
        label=check.metric.words.partition(" ")[2],
        asked=check.bar,
        at_least=check.metric.higher_is_better,
    )


def programs(exercise: Exercise, *, right: bool) -> list[str]:
    """Right answers and, unless only those are asked for, wrong ones; paths in its folder."""
    folders = ("accepted",) if right else ("accepted", "mistakes")
    found = [path for name in folders for path in sorted((exercise.folder / name).glob("*.py"))]
    wrong = ["starter.py"] if exercise.kind is Kind.FIX and not right else []
    return ["solution.py", *(p.relative_to(exercise.folder).as_posix() for p in found), *wrong]


def seeded(text: str, seed: int) -> str:
    """The program with another seed in place of its own."""
    return _SEEDED.sub(str(seed), text)


def measure(grader: Grader, exercise: Exercise, program: str, seeds: Sequence[int]) -> list[Report]:
    """One report for each seed; what went against the program is told at once."""
    text, checks = read_text(exercise, program), read_checks(exercise)
    reports = []
    for seed in seeds:
        submission = answer(exercise, seeded(text, seed))
        report = replace(grader, seed=seed).grade(exercise, submission, checks)
        found = f", {report.findings[0].diagnosis}" if report.findings else ""
        print(f"  {program}, seed {seed}: {told(report)}{found}", flush=True)
        reports.append(report)
    return reports


def rows(program: str, bars: Sequence[Bar], reports: Sequence[Report]) -> list[list[str]]:
    """One row for each bar; runs that brought out no value are left out of what is told of it."""
    passed = sum(report.passed for report in reports)
    return [
        [f"`{program}`", bar.label, *_spread(bar, reports), f"{passed} of {len(reports)}"]
        for bar in bars
    ]


def _spread(bar: Bar, reports: Sequence[Report]) -> list[str]:
    values = [
        verdict.measured[bar.measured]
        for report in reports
        for verdict in report.verdicts
        if verdict.check == bar.check and bar.measured in verdict.measured
    ]
    reached = f"{sum(map(bar.reached_by, values))} of {len(values)}"
    if not values:
        return ["-", "-", "-", bar.cell, "-"]
    spread = (min(values), statistics.median(values), max(values))
    return [*(f"{value:.3f}" for value in spread), bar.cell, reached]


def kept_rows(text: str, bars: Sequence[Bar]) -> dict[str, list[list[str]]]:
    """Program -> its rows in a table that was written before, as far as these bars were its own."""
    asked = {(bar.label, bar.cell) for bar in bars}
    kept: dict[str, list[list[str]]] = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if len(cells) == len(HEAD) and (cells[1], cells[5]) in asked:
            kept.setdefault(cells[0].strip("`"), []).append(cells)
    return kept


def section(exercise: Exercise, made: Mapping[str, list[list[str]]]) -> str:
    """The table, in the order of the programs."""
    body = [row for name in programs(exercise, right=False) for row in made.get(name, ())]
    command = f"python benchmarks/exercise_bars.py {exercise.id}"
    known = versions()
    made_with = f"TensorFlow {known['tensorflow']}, Keras {known['keras']}"
    return f"`{command}` ({made_with}):\n\n{table(HEAD, body)}"


def make_page(exercise: Exercise) -> Path:
    """Its ``design.md``; one without markers gets them at its end."""
    page = exercise.folder / "design.md"
    text = page.read_text(encoding="utf-8") if page.exists() else "# How the bar was set\n"
    try:
        with_section(text, NAME, "")
    except MissingMarkers:
        text = f"{text}\n<!-- measured: {NAME} -->\n<!-- end: {NAME} -->\n"
        page.write_text(text, encoding="utf-8")
    return page


def show(grader: Grader, exercise: Exercise, options: argparse.Namespace) -> bool:
    """Measures one exercise; whether every right answer passed with every seed."""
    bars, names = bars_of(read_checks(exercise)), programs(exercise, right=options.right)
    names = [name for name in names if not options.only or re.search(options.only, name)]
    page = exercise.folder / "design.md"
    made = kept_rows(page.read_text(encoding="utf-8"), bars) if page.exists() else {}
    print(f"{exercise.id}", flush=True)
    fair = True
    for name in names:
        reports = measure(grader, exercise, name, range(options.seeds))
        made[name] = rows(name, bars, reports)
        right = name == "solution.py" or name.startswith("accepted/")
        fair &= not right or all(report.passed and not report.findings for report in reports)
        _publish(exercise, made, write=options.write)
    return fair


def _publish(exercise: Exercise, made: Mapping[str, list[list[str]]], *, write: bool) -> None:
    page = make_page(exercise) if write else exercise.folder / "design.md"
    publish(NAME, section(exercise, made), write=write, page=page)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("ids", nargs="*", metavar="EXERCISE", help="all with a bar if left out")
    parser.add_argument("--seeds", type=int, default=10, help="so many, from 0 (10)")
    parser.add_argument("--right", action="store_true", help="only right answers")
    parser.add_argument("--only", default="", metavar="PATTERN", help="programs with such a name")
    parser.add_argument("--write", action="store_true", help="into the exercise's design.md")
    options = parser.parse_args()
    known = exercises()
    chosen = [known[name] for name in options.ids] if options.ids else list(known.values())
    with user_sandbox(find_places()) as sandbox:
        grader = make_grader(sandbox)
        barred = [exercise for exercise in chosen if bars_of(read_checks(exercise))]
        fair = [show(grader, exercise, options) for exercise in barred]
    unfair = [exercise.id for exercise, held in zip(barred, fair, strict=True) if not held]
    print("every right answer passes" if not unfair else f"a right answer fails: {unfair}")
    return 1 if unfair else 0


if __name__ == "__main__":
    sys.exit(main())

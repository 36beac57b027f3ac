"""The first and the last measurement with mutants, and their section of the page."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import msgspec
from page import bullets, table

FILE = Path(__file__).with_name("mutant_results.json")


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """How many mutants of one operator were made, visibly worse, and named."""

    made: int = 0
    worse: int = 0
    named: int = 0


class Measurement(msgspec.Struct, frozen=True, kw_only=True):
    """One choice of mutants and what was told of them."""

    day: date
    seed: int
    operators: dict[str, Count]

    @property
    def total(self) -> Count:
        of_all = self.operators.values()
        return Count(
            made=sum(one.made for one in of_all),
            worse=sum(one.worse for one in of_all),
            named=sum(one.named for one in of_all),
        )


def add(measurement: Measurement, file: Path = FILE) -> Sequence[Measurement]:
    """The first of all stays, and this one takes the place of the last."""
    kept = read(file)
    kept = [*kept[:1], measurement]
    file.write_bytes(msgspec.json.format(msgspec.json.encode(kept)) + b"\n")
    return kept


def read(file: Path = FILE) -> Sequence[Measurement]:
    """Those that were kept, none without a file."""
    if not file.exists():
        return []
    return msgspec.json.decode(file.read_bytes(), type=list[Measurement])


def section(measurements: Sequence[Measurement]) -> str:
    """A table with a row for each operator, and what the measurements were."""
    head = ["what was done"]
    for one in measurements:
        head += [f"made, seed {one.seed}", "visibly worse", "named"]
    names = dict.fromkeys(name for one in measurements for name in one.operators)
    rows = [
        [name, *(cell for one in measurements for cell in _cells(one.operators.get(name)))]
        for name in names
    ]
    rows.append(["all", *(cell for one in measurements for cell in _cells(one.total))])
    days = [f"seed {one.seed}: {one.day}" for one in measurements]
    return f"{table(head, rows)}\n\n{bullets(days)}"


def _cells(count: Count | None) -> Sequence[str]:
    if count is None:
        return "", "", ""
    share = f" ({count.named / count.worse:.0%})" if count.worse else ""
    return str(count.made), str(count.worse), f"{count.named}{share}"

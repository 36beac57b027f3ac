"""Confusions as a shaded table, or as a list where there are too many classes for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.seen import Confusion

_SHADES = 5
# More columns than this fit no screen; the largest confusions then say more.
_MOST_CLASSES = 25
_MOST_PAIRS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Attributes: shade: 0 for none of its row to 5 for all; right: on the diagonal."""

    count: int
    shade: int
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One true class; ``share`` of it was decided rightly, "" when there are no examples."""

    label: str
    cells: Sequence[Cell]
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A true class, and the one it was taken for."""

    label: str
    taken_for: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Attributes: rows: empty where there are too many classes; pairs: largest first."""

    labels: Sequence[str]
    rows: Sequence[Row]
    pairs: Sequence[Pair]


def matrix(confusion: Confusion) -> Matrix:
    """Rows are true classes, columns decided ones."""
    few = len(confusion.labels) <= _MOST_CLASSES
    rows = [_row(confusion, number) for number in range(len(confusion.counts))] if few else []
    return Matrix(labels=confusion.labels, rows=rows, pairs=_pairs(confusion))


def _row(confusion: Confusion, number: int) -> Row:
    counts = confusion.counts[number]
    total = sum(counts)
    cells = [
        Cell(count=count, shade=_shade(count, total), right=column == number)
        for column, count in enumerate(counts)
    ]
    share = f"{counts[number] / total:.0%}" if total else ""
    return Row(label=confusion.labels[number], cells=cells, share=share)


def _shade(count: int, total: int) -> int:
    """At least 1 for any count at all."""
    return max(1, round(_SHADES * count / total)) if count else 0


def _pairs(confusion: Confusion) -> list[Pair]:
    labels = confusion.labels
    found = [
        Pair(label=labels[row], taken_for=labels[column], count=count)
        for row, counts in enumerate(confusion.counts)
        for column, count in enumerate(counts)
        if row != column and count
    ]
    return sorted(found, key=lambda pair: -pair.count)[:_MOST_PAIRS]

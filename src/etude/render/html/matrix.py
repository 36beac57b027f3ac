"""Confusions as a shaded table, or as a list where there are too many classes for one."""

from collections.abc import Sequence
from dataclasses import dataclass

from etude.domain.seen import Confusion, Picture
from etude.domain.wording import counted

_SHADES = 5
_DATA = {
    "validation": "validation data",
    "fit": "training data",
    "hidden": "hidden data, of which nothing is shown but counts",
}
# More columns than this fit no screen; the largest confusions then say more.
_MOST_CLASSES = 25
_MOST_PAIRS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Attributes:
    shade: 0 for none of its row to 5 for all; right: on the diagonal.
    group: id of the pictures behind it, "" without any.
    """

    count: int
    shade: int
    right: bool
    group: str = ""


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
class Group:
    """Pictures behind one cell; ``count`` is how many examples there are in it."""

    id: str
    label: str
    taken_for: str
    count: int
    pictures: Sequence[Picture]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Attributes:
    summary: how many were decided rightly, of which data.
    rows: empty where there are too many classes; pairs: largest first.
    """

    summary: str
    labels: Sequence[str]
    rows: Sequence[Row]
    pairs: Sequence[Pair]
    groups: Sequence[Group] = ()


def data_of(role: str) -> str:
    """What data of this role are called, within a sentence."""
    return _DATA.get(role, f"{role} data")


def matrix(confusion: Confusion) -> Matrix:
    """Rows are true classes, columns decided ones."""
    few = len(confusion.labels) <= _MOST_CLASSES
    groups = _groups(confusion)
    known = {group.id for group in groups}
    rows = [_row(confusion, number, known) for number in range(len(confusion.counts))]
    return Matrix(
        summary=_summary(confusion),
        labels=confusion.labels,
        rows=rows if few else [],
        pairs=_pairs(confusion),
        groups=groups,
    )


def _summary(confusion: Confusion) -> str:
    data = data_of(confusion.role)
    examples = counted(confusion.examples, "example")
    return f"{confusion.right:,} of {examples} decided rightly ({data})."


def _groups(confusion: Confusion) -> list[Group]:
    """The mistaken pictures by cell, the fullest cell first."""
    numbers = {label: number for number, label in enumerate(confusion.labels)}
    found: dict[tuple[int, int], list[Picture]] = {}
    for picture in confusion.mistakes:
        cell = numbers.get(picture.label), numbers.get(picture.predicted)
        if cell[0] is not None and cell[1] is not None:
            found.setdefault((cell[0], cell[1]), []).append(picture)
    groups = [
        Group(
            id=_group_id(confusion, row, column),
            label=confusion.labels[row],
            taken_for=confusion.labels[column],
            count=confusion.counts[row][column],
            pictures=pictures,
        )
        for (row, column), pictures in found.items()
    ]
    return sorted(groups, key=lambda group: -group.count)


def _group_id(confusion: Confusion, row: int, column: int) -> str:
    role = confusion.role if confusion.role in _DATA else "data"
    return f"mistaken-{role}-{row}-{column}"


def _row(confusion: Confusion, number: int, groups: set[str]) -> Row:
    counts = confusion.counts[number]
    total = sum(counts)
    ids = [_group_id(confusion, number, column) for column in range(len(counts))]
    cells = [
        Cell(
            count=count,
            shade=_shade(count, total),
            right=column == number,
            group=ids[column] if ids[column] in groups else "",
        )
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

"""Tables with gaps: columns of numbers or of words, `None` where nothing is known."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Cell = str | float | None
Table = Mapping[str, Sequence[Cell]]


def csv_bytes(table: Table, rows: Sequence[int]) -> bytes:
    """Return these rows as UTF-8 CSV with a header; a gap is an empty cell."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(table)
    writer.writerows([_written(column[row]) for column in table.values()] for row in rows)
    return buffer.getvalue().encode()


def input_arrays(
    table: Table, rows: Sequence[int], *, target: str
) -> dict[str, NDArray[np.generic]]:
    """Return `inputs_<column>` for every column but the target."""
    return {
        f"inputs_{name}": _array([column[row] for row in rows], words=_has_words(column))
        for name, column in table.items()
        if name != target
    }


def has_gaps(table: Table) -> list[bool]:
    """Return for each row whether something in it is unknown."""
    return [None in cells for cells in zip(*table.values(), strict=True)]


def row_keys(table: Table, *, without: str) -> list[str]:
    """Return one text per row that is equal for rows of equal content."""
    columns = [column for name, column in table.items() if name != without]
    return [repr(cells) for cells in zip(*columns, strict=True)]


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    return str(int(cell)) if float(cell).is_integer() else repr(cell)


def _has_words(column: Sequence[Cell]) -> bool:
    return any(isinstance(cell, str) for cell in column)


def _array(cells: Sequence[Cell], *, words: bool) -> NDArray[np.generic]:
    """Return unicode with '' for gaps, or float32 with NaN for gaps."""
    if words:
        return np.array(["" if cell is None else cell for cell in cells], dtype=np.str_)
    return np.array([np.nan if cell is None else cell for cell in cells], dtype=np.float32)

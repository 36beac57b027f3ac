"""Tables of pandas as facts; pandas itself is the program's, never imported here."""

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

_MOST_COLUMNS = 200
_FEWEST_ROWS, _MOST_ROWS = 16, 4096
_LONGEST_TEXT = 40
_ROWS_OF_COLUMNS = 2  # axes


def is_table(value: Any) -> bool:
    """Whether it has named columns."""
    return hasattr(value, "iloc") and hasattr(value, "columns")


def numbering(value: Any) -> list[str]:
    """Columns of whole numbers of which no two rows have the same, such as an id."""
    if not is_table(value) or len(value) < _FEWEST_ROWS:
        return []
    rows = value.iloc[:_MOST_ROWS, :_MOST_COLUMNS]
    whole = [name for name in rows.columns if getattr(rows.dtypes[name], "kind", "") in ("i", "u")]
    return [str(name) for name in whole if rows[name].is_unique]


def texts_in_columns(value: Any) -> Mapping[str, str]:
    """A text from each column that holds any, of a table and of rows of objects; what is no number
    before what only is not written as one.
    """
    found = {}
    for name, column in _columns(value):
        texts = [one for one in column[:_MOST_ROWS] if isinstance(one, str)]
        if texts:
            found[name] = next((one for one in texts if not _is_number(one)), texts[0])
    return {name: text[:_LONGEST_TEXT] for name, text in found.items()}


def columns_with(table: Any, text: str) -> list[str]:
    """The columns of a table in which some row is this text."""
    return [
        name
        for name, column in _columns(table)
        if any(isinstance(one, str) and one == text for one in column)
    ]


def _columns(value: Any) -> Iterator[tuple[str, Any]]:
    if is_table(value):
        for place, name in enumerate(value.columns[:_MOST_COLUMNS]):
            if getattr(value.dtypes.iloc[place], "kind", "O") == "O":
                yield str(name), value.iloc[:_MOST_ROWS, place]
    elif isinstance(value, np.ndarray) and value.ndim == _ROWS_OF_COLUMNS and value.dtype == object:
        yield from ((str(i), value[:, i]) for i in range(min(value.shape[1], _MOST_COLUMNS)))


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True

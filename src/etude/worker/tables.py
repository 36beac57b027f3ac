"""Tables of pandas as facts; pandas itself is the program's, never imported here."""

from typing import Any

_MOST_COLUMNS = 200
_FEWEST_ROWS, _MOST_ROWS = 16, 4096


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

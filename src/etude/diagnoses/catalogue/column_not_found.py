"""
A table has no column of that name.

## Why it hurts
The names of columns come from the first line of the file, letter by letter, with every space and in that case; and where
values are separated by another character than the comma, the whole line becomes the name of one single column.

## Example
    from pathlib import Path

    import numpy as np
    import pandas as pd

    Path("houses.csv").write_text("area, price\\n70, 210\\n95, 280\\n")
    houses = pd.read_csv("houses.csv")
    prices = houses["price"].to_numpy(np.float32)

## Instead
    from pathlib import Path

    import numpy as np
    import pandas as pd

    Path("houses.csv").write_text("area, price\\n70, 210\\n95, 280\\n")
    houses = pd.read_csv("houses.csv", skipinitialspace=True)
    prices = houses["price"].to_numpy(np.float32)
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.error import Error, Missing
from etude.domain.finding import Finding, Severity
from etude.domain.wording import listed

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-2", "dev-3")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ()

_SEPARATORS = (";", "\t", "|")


def match(evidence: Evidence) -> Finding | None:
    found = absent(evidence, "column")
    if found is None:
        return None
    error, missing = found
    if several := _several(missing):
        return Finding(
            line=error.line,
            about=missing.name,
            evidence=f"{listed([repr(name) for name in several])} are names of columns, and without a list of their own one name of two parts",
            change=f"two pairs of brackets: table[[{', '.join(map(repr, several))}]]",
        )
    if missing.name in missing.known and (key := _key_of_join(evidence, error, missing)):
        return key
    if missing.name in missing.known:  # pandas looked among the rows
        return Finding(
            line=error.line,
            about=missing.name,
            evidence=f"{missing.name!r} is a column, and drop looks for a row of that name",
            change=f"drop(columns=[{missing.name!r}]), or axis=1",
        )
    return Finding(
        line=error.line,
        about=missing.name,
        evidence=f"the table has no column {missing.name!r}; it has {listed([repr(name) for name in missing.known])}",
        change=_change(missing),
    )


def _several(missing: Missing) -> Sequence[str]:
    """``table["a", "b"]`` looks for one column with the name ("a", "b")."""
    try:
        names = ast.literal_eval(missing.name)
    except (ValueError, SyntaxError):
        return ()
    together = isinstance(names, tuple) and set(names) <= set(missing.known)
    return [str(name) for name in names] if together else ()


def _key_of_join(evidence: Evidence, error: Error, missing: Missing) -> Finding | None:
    """``merge(other, on="id")``, where one of the two tables has no such column."""
    if call_at(evidence.source, error.line, "merge") is None:
        return None
    tables = [one for one in error.operands if one.type == "DataFrame"]
    without = [one for one in tables if missing.name not in _columns(one.value)]
    if len(without) != 1:
        return None
    has, name = _columns(without[0].value), without[0].name
    return Finding(
        line=error.line,
        about=missing.name,
        evidence=f"both tables are joined by {missing.name!r}, and {name} has no such column; it has {listed([repr(one) for one in has])}",
        change=f"name the column of each side: left_on=..., right_on=...; or rename that of {name} before",
    )


def _columns(shown: str) -> Sequence[str]:
    """Of "columns price, rooms"."""
    return shown.removeprefix("columns ").split(", ")


def _change(missing: Missing) -> str:
    only = missing.known[0] if len(missing.known) == 1 else ""
    if separator := next((mark for mark in _SEPARATORS if mark in only), ""):
        return f"the whole line became one name: say what separates the values, sep={separator!r}"
    if missing.nearest and missing.nearest.strip() == missing.name.strip():
        return "the name has a space too many: read with skipinitialspace=True, or table.columns = table.columns.str.strip()"
    if missing.nearest:
        return f"write {missing.nearest!r}"
    return "take one of these, or print(table.columns) after every step that renames or drops some"

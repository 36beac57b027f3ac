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

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.domain.error import Missing
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


def _change(missing: Missing) -> str:
    only = missing.known[0] if len(missing.known) == 1 else ""
    if separator := next((mark for mark in _SEPARATORS if mark in only), ""):
        return f"the whole line became one name: say what separates the values, sep={separator!r}"
    if missing.nearest and missing.nearest.strip() == missing.name.strip():
        return "the name has a space too many: read with skipinitialspace=True, or table.columns = table.columns.str.strip()"
    if missing.nearest:
        return f"write {missing.nearest!r}"
    return "take one of these, or print(table.columns) after every step that renames or drops some"

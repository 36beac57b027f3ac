"""
A table of pandas is indexed as if it were an array.

## Why it hurts
Square brackets behind a DataFrame name columns: `table[:, 0:3]` looks for a column of that name and stops. By place it is
`table.iloc[:, 0:3]`, by name `table.loc[:, "a":"c"]`, and neither takes what the other wants.

## Example
    import numpy as np
    import pandas as pd

    table = pd.DataFrame(np.arange(12.0).reshape(3, 4))
    features = table[:, 0:3]

## Instead
    import numpy as np
    import pandas as pd

    table = pd.DataFrame(np.arange(12.0).reshape(3, 4))
    features = table.iloc[:, 0:3]
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-2", "dev-1")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ("column_not_found",)

_AS_ARRAY = re.compile(r"^\((?:slice\(|array\(|\[).*\)$|unhashable type: 'slice'", re.DOTALL)
_BY_NAME = re.compile(
    r"cannot do positional indexing on .* with these indexers|Location based indexing can only"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    place = _place(evidence.source, error.line) if error else None
    if error is None or place is None:
        return None
    inside = ast.unparse(place.slice).strip("()")
    if _BY_NAME.search(error.message):
        table = ast.unparse(place.value).removesuffix(".iloc")
        return Finding(
            line=error.line,
            about=table,
            evidence=f"iloc takes places, and [{inside}] names columns or rows",
            change=f"{table}.loc[{inside}]",
        )
    if not _AS_ARRAY.search(error.message):
        return None
    table = ast.unparse(place.value)
    return Finding(
        line=error.line,
        about=table,
        evidence=f"{table}[{inside}] looks for a column of that name: {table} is a table, not an array",
        change=f"{table}.iloc[{inside}], by place; or {table}.to_numpy() first",
    )


def _place(source: Source, line: int) -> ast.Subscript | None:
    """What takes rows and columns on this line."""
    found = (one for one in source.all(ast.Subscript) if spans(one, line))
    return next((one for one in found if isinstance(one.slice, ast.Tuple)), None)

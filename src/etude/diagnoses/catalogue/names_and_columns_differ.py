"""
Columns are named, and there are more or fewer of them than names.

## Why it hurts
pandas gives each column of values one name of the list. Where the numbers differ it stops with the two shapes, and leaves open which of them is
wrong: one-hot encoding makes a column into several, a label that was taken out leaves one less, and a single list is one column.

## Example
    import numpy as np
    import pandas as pd

    values = np.zeros((4, 3))
    table = pd.DataFrame(values, columns=["size", "price"])

## Instead
    import numpy as np
    import pandas as pd

    values = np.zeros((4, 3))
    table = pd.DataFrame(values, columns=["size", "rooms", "price"])
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-2", "dev-1")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ()

_MADE = re.compile(
    r"Shape of passed values is \((?P<rows>\d+), (?P<values>\d+)\), indices imply \((?P<index>\d+), (?P<names>\d+)\)"
)
_RENAMED = re.compile(
    r"Length mismatch: Expected axis has (?P<values>\d+) elements, new values have (?P<names>\d+) elements"
)


def match(evidence: Evidence) -> Finding | None:
    if (made := said(evidence, _MADE)) is not None:
        error, found = made
        if found["values"] == found["names"]:
            return _of_rows(error, found)
        return _finding(error, found)
    renamed = said(evidence, _RENAMED)
    return _finding(*renamed) if renamed is not None else None


def _finding(error: Error, found: re.Match[str]) -> Finding:
    values, names = int(found["values"]), int(found["names"])
    return Finding(
        line=error.line,
        evidence=f"{names} {'names are' if names != 1 else 'name is'} given to {values} column{'s' if values != 1 else ''}",
        change="a name for each column; those of a table that became an array are in table.columns, of an encoder in "
        "encoder.get_feature_names_out()"
        if names < values
        else "names of these columns alone: leave out those whose columns were taken away before",
    )


def _of_rows(error: Error, found: re.Match[str]) -> Finding:
    return Finding(
        line=error.line,
        evidence=f"{found['rows']} rows of values are given {found['index']} entries of an index",
        change="the index of the same rows: index=table.index[...] of the part that the values were made of, or no index",
    )

"""
A table, or a list, is asked for something that only an array can do.

## Why it hurts
A DataFrame of pandas and a list of Python look like arrays of numbers, but have no `reshape`, and a list has no `shape`
either. What comes next, windows, image axes or `fit`, wants an array: make one of it first.

## Example
    import numpy as np
    import pandas as pd

    table = pd.DataFrame(np.arange(12.0).reshape(6, 2))
    steps = table.reshape(6, 2, 1)

## Instead
    import numpy as np
    import pandas as pd

    table = pd.DataFrame(np.arange(12.0).reshape(6, 2))
    steps = table.to_numpy().reshape(6, 2, 1)
"""

import re

import numpy as np

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-2", "dev-1")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ("name_misspelt",)

_TABLES = ("DataFrame", "Series", "Index")
_LISTS = ("list", "tuple")


# A list of Python repeats and appends, and knows no other sum.
_COUNTED_WITH = re.compile(
    r"unsupported operand type\(s\) for (?P<sign>\S+): '(?P<kind>list|tuple)' and|can't multiply sequence by non-int"
)
_NOT_SPLIT = re.compile(r"Unsupported dataset type: <class 'pandas\.(?:[\w.]*\.)?(?P<kind>\w+)'>")


def match(evidence: Evidence) -> Finding | None:
    return _asked(evidence) or _counted_with(evidence) or _split(evidence)


def _split(evidence: Evidence) -> Finding | None:
    """``keras.utils.split_dataset(frame)``."""
    stopped = said(evidence, _NOT_SPLIT)
    if stopped is None:
        return None
    error, found = stopped
    return Finding(
        line=error.line,
        evidence=f"split_dataset is given a {found['kind']} of pandas, and splits arrays and datasets",
        change="make an array first: split_dataset(table.to_numpy(), left_size=0.8)",
    )


def _counted_with(evidence: Evidence) -> Finding | None:
    """``pictures / 255`` of a list of pictures."""
    stopped = said(evidence, _COUNTED_WITH)
    if stopped is None:
        return None
    error, found = stopped
    kind, sign = found["kind"] or "list", found["sign"] or "*"
    return Finding(
        line=error.line,
        evidence=f"a {kind} stands left of `{sign.rstrip(':=')}`, and Python counts with arrays, not with a {kind}",
        change="make an array of it first: np.array(...)",
    )


def _asked(evidence: Evidence) -> Finding | None:
    found = absent(evidence, "attribute")
    if found is None:
        return None
    error, missing = found
    if missing.of not in (*_TABLES, *_LISTS) or not hasattr(np.ndarray, missing.name):
        return None
    is_table = missing.of in _TABLES
    made = f".to_numpy().{missing.name}" if is_table else f"np.array(...).{missing.name}"
    return Finding(
        line=error.line,
        about=missing.name,
        evidence=f"a {missing.of} has no {missing.name}, which an array of NumPy has",
        change=f"make an array first: {made}",
    )

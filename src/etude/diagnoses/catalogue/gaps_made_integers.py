"""
A column with gaps is turned into whole numbers.

## Why it hurts
A gap is NaN, or None, and neither is a whole number. Gaps also come from `map` with a dictionary that lacks a value, and from a
merge that finds no partner: then the line that stops only shows what went wrong before.

## Example
    import pandas as pd

    pets = pd.DataFrame({"kind": ["cat", "dog", "bird"]})
    pets["number"] = pets["kind"].map({"cat": 0, "dog": 1}).astype(int)

## Instead
    import pandas as pd

    pets = pd.DataFrame({"kind": ["cat", "dog", "bird"]})
    pets["number"] = pets["kind"].map({"cat": 0, "dog": 1, "bird": 2}).astype(int)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-2", "data-3")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ()

_CHANGE = (
    "count them first, table.isna().sum(), and fill or drop them: dropna(), fillna(value); after map with a dictionary, "
    "the values that it lacks are the gaps"
)
_SAYINGS = (
    Saying(
        r"Cannot convert non-finite values \(NA or inf\) to integer|cannot convert float NaN to integer"
        r"|cannot convert NA to integer|int\(\) argument must be .*not 'NoneType'",
        "there are gaps, NaN or None, among what is to become whole numbers",
        _CHANGE,
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)

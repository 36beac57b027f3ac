"""
One column of a table is to hold an array of several columns.

## Why it hurts
A column holds one value for each row. One-hot codes have as many columns as there are kinds, and what a model predicts has
one for each unit, even where that is a single one: shape (rows, 1) is not (rows,). Where pandas takes them all the same, as
some releases do, all columns but the first are lost.

## Example
    import keras
    import numpy as np
    import pandas as pd

    people = pd.DataFrame({"age": [23, 45, 31, 60], "work": [0, 2, 1, 2]})
    people["work"] = keras.utils.to_categorical(people["work"])
    rows = people.to_numpy(np.float32)

## Instead
    import numpy as np
    import pandas as pd

    people = pd.DataFrame({"age": [23, 45, 31, 60], "work": [0, 2, 1, 2]})
    people = pd.get_dummies(people, columns=["work"])
    rows = people.to_numpy(np.float32)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-2", "dev-3")
GUIDE = "TensorFlow tutorial: Load a pandas DataFrame"
EXPLAINS = ()

# What pandas says where a column, or each column of a new table, is given more than one axis.
_REFUSED = re.compile(
    r"Expected a 1D array, got an array with shape|Per-column arrays must each be 1-dimensional"
    r"|Cannot set a DataFrame with multiple columns to the single column"
    r"|Data must be 1-dimensional, got ndarray of shape|Columns must be same length as key"
)
_SHAPE = re.compile(r"shape \((\d+), (\d+)\)")
_PREDICTS = ("predict", "predict_proba")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not error.raised_by.startswith("pandas"):
        return None
    if not _REFUSED.search(error.message):
        return None
    shape = _SHAPE.search(error.message)
    what = f"an array of shape ({shape[1]}, {shape[2]})" if shape else "more than one axis"
    alone = shape is not None and shape[2] == "1"
    return Finding(
        line=error.line,
        evidence=f"line {error.line} gives a column of a table {what}, and a column holds one value for each row",
        change=_OF_ONE if alone or _is_predicted(evidence.source, error.line) else _OF_SEVERAL,
    )


_OF_ONE = "take the one column out: predictions[:, 0] or predictions.ravel(); of several classes argmax(axis=1)"
_OF_SEVERAL = (
    'let each kind have its own column: pd.get_dummies(table, columns=["name"]), or drop the old column and '
    "put the codes beside the others, np.hstack([table, codes])"
)


def _is_predicted(source: Source, line: int) -> bool:
    """Whether the statement asks a model, or puts what one was asked into the table."""
    stated = [
        node for node in source.all(ast.Assign) if node.lineno <= line <= (node.end_lineno or 0)
    ]
    words = {one.id for node in stated for one in ast.walk(node.value) if isinstance(one, ast.Name)}
    given = [
        node.value
        for node in source.all(ast.Assign)
        if node in stated or any(dotted_name(target) in words for target in node.targets)
    ]
    called = {last_name(call.func) for value in given for call in calls_in(value)}
    return bool(called & set(_PREDICTS))

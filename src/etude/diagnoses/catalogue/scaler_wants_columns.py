"""
A scaler or encoder of scikit-learn is given data that are no table.

## Why it hurts
What scikit-learn fits has rows and columns. One column of numbers by itself has one axis, windows of a series have three, and
both are refused: "Expected 2D array", "Found array with dim 3". Scale before the windows are made, or look at all steps as
rows and put the axes back afterwards.

## Example
    import numpy as np
    from sklearn.preprocessing import MinMaxScaler

    prices = np.arange(20.0)
    scaled = MinMaxScaler().fit_transform(prices)

## Instead
    import numpy as np
    from sklearn.preprocessing import MinMaxScaler

    prices = np.arange(20.0)
    scaled = MinMaxScaler().fit_transform(prices.reshape(-1, 1))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-3", "series-1")
GUIDE = "TensorFlow tutorial: Time series forecasting"
EXPLAINS = ()

_ONE_AXIS = re.compile(
    r"Expected 2D array, got (?P<axes>1D|scalar) array|Expected a 2-dimensional container but got"
)
_THREE_AXES = re.compile(r"Found array with dim (?P<axes>\d)\b")
_METHODS = ("fit_transform", "transform", "inverse_transform", "fit")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    calls = (call_at(evidence.source, error.line, name) for name in _METHODS)
    call = next((one for one in calls if one is not None), None)
    given = call.args[0] if call is not None and call.args else None
    told = ast.unparse(given) if given is not None else "what it is given"
    if _ONE_AXIS.search(error.message):
        return Finding(
            line=error.line,
            about=told,
            evidence=f"{told} has no columns: one axis of values, where the scaler wants rows and columns",
            change=_as_column(given, told),
        )
    if found := _THREE_AXES.search(error.message):
        return Finding(
            line=error.line,
            about=told,
            evidence=f"{told} has {found['axes']} axes, where the scaler wants rows and columns",
            change=f"scale before windows are made; or flat = {told}.reshape(-1, {told}.shape[-1]), scale flat, and "
            f"reshape the result to {told}.shape",
        )
    return None


def _as_column(given: ast.expr | None, told: str) -> str:
    if isinstance(given, ast.Subscript) and isinstance(given.slice, ast.Constant):
        return f"{ast.unparse(given.value)}[[{ast.unparse(given.slice)}]], a table of one column"
    if isinstance(given, ast.Name):
        return f"{told}.reshape(-1, 1), one column; of a Series {told}.to_numpy().reshape(-1, 1)"
    return "np.reshape(..., (-1, 1)), one column"

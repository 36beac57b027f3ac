"""
A scaler or an encoder wants rows and columns, and is given one axis or three.

## Why it hurts
A scaler works on rows and columns: it remembers something for each column. A single column taken out of a table has one
axis and no columns any more, and so has a single example; windows of a series have three. The scaler cannot know which axis
is which, and the program stops.

## Example
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            if values.ndim != 2:
                raise ValueError("Expected 2D array, got 1D array instead")
            return (values - values.mean(axis=0)) / values.std(axis=0)

    table = np.random.default_rng(0).normal(50, 9, (80, 3))
    prices = Scaler().fit_transform(table[:, 0])
    print(prices.mean())

## Instead
    import numpy as np

    class Scaler:
        def fit_transform(self, values):
            if values.ndim != 2:
                raise ValueError("Expected 2D array, got 1D array instead")
            return (values - values.mean(axis=0)) / values.std(axis=0)

    table = np.random.default_rng(0).normal(50, 9, (80, 3))
    prices = Scaler().fit_transform(table[:, 0].reshape(-1, 1))
    print(prices.mean())
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line, dotted_name, last_name
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-4", "series-2", "dev-3")
GUIDE = "TensorFlow tutorial: Load CSV data"
EXPLAINS = ()

_BACK, _OF_NEW = "inverse_transform", "transform"
_METHODS = ("fit_transform", _BACK, _OF_NEW, "partial_fit", "fit")
_REFUSED = re.compile(
    r"Expected 2D array, got (?P<one>1D|scalar) array"
    r"|Expected a 2-dimensional container but got .*(?P<column>Series)"
    r"|Found array with dim (?P<axes>\d+)"
)


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        refused, call = _REFUSED.search(error.message), _asked(evidence, error)
        if refused is None or call is None:
            continue
        method, line = last_name(call.func), call_line(call)
        return Finding(
            line=line,
            evidence=f"{method} in line {line} wants rows and columns, two axes, and got {_told(refused)}",
            change=_change(call, method, refused),
        )
    return None


def _asked(evidence: Evidence, error: Error) -> ast.Call | None:
    """The innermost call of a scaler's method that the program stopped in."""
    for frame in reversed(error.frames):
        calls = (call_at(evidence.source, frame.line, method) for method in _METHODS)
        found = [call for call in calls if call is not None and call.args]
        if found:
            return max(found, key=lambda call: call.col_offset)
    return None


def _told(refused: re.Match[str]) -> str:
    if refused["axes"]:
        return f"{refused['axes']} axes"
    if refused["column"]:
        return "a Series, which has one"
    return "one axis" if refused["one"] == "1D" else "a single number"


def _change(call: ast.Call, method: str, refused: re.Match[str]) -> str:
    array = ast.unparse(call.args[0])
    array = array if array.isidentifier() else "x"
    scaler = dotted_name(call.func).rpartition(".")[0] or "the scaler"
    if refused["axes"]:
        return _rows_of(array, scaler, method)
    column = _column_of_a_table(call.args[0])
    if column:
        return f"take the column as a table of one: {column}"
    in_rows = f"{array}.to_frame()" if refused["column"] else f"{array}.reshape(-1, 1)"
    if method == _OF_NEW:
        return (
            f"one example: np.reshape({array}, (1, -1)), with the columns that {scaler} was fitted to; "
            f"one column: {in_rows}"
        )
    return f"make it a column: {in_rows}"


def _rows_of(array: str, scaler: str, method: str) -> str:
    """What to do with windows, or with answers to them."""
    if method == _BACK:
        return (
            f"turn back rows of the columns that {scaler} was fitted to: {array}.reshape(-1, {array}.shape[-1]) if these "
            "are its columns; a scaler of the target alone takes reshape(-1, 1)"
        )
    return (
        f"scale the table first and cut the windows out of it then; or lay all steps out in rows, and back: "
        f"{scaler}.{method}({array}.reshape(-1, {array}.shape[-1])).reshape({array}.shape)"
    )


def _column_of_a_table(node: ast.expr) -> str:
    """``df[["price"]]`` for ``df["price"]``, also with ``.values`` behind it."""
    while isinstance(node, ast.Attribute) and node.attr in ("values", "array"):
        node = node.value
    named = isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant)
    if not named or not isinstance(node, ast.Subscript) or not isinstance(node.slice, ast.Constant):
        return ""
    by_name = isinstance(node.slice.value, str)
    return f"{ast.unparse(node.value)}[[{node.slice.value!r}]]" if by_name else ""

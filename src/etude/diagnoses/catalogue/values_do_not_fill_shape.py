"""
Values are to be put into a shape that has room for another number of them.

## Why it hurts
`reshape` moves nothing, adds nothing and leaves nothing out: the sizes of the new shape, multiplied, must be as many as there
are values. What does not come out even shows that the data are not what the numbers in the program say: pictures in colour where
one channel was expected, another size, windows cut of one column of a table where all were meant, or a last layer with too few units
before `Reshape`. `-1` lets one size follow from the others.

## Example
    import numpy as np

    pictures = np.zeros((50, 28, 28, 3), "float32")
    rows = pictures.reshape(50, 28 * 28)

## Instead
    import numpy as np

    pictures = np.zeros((50, 28, 28, 3), "float32")
    rows = pictures.reshape(50, -1)
"""

import ast
import math
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, constant
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "model-7", "data-2")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ()

_SAID = (
    re.compile(r"cannot reshape array of size (?P<values>\d+) into shape \((?P<shape>[^)]*)\)"),
    re.compile(
        r"total size of the tensor must be unchanged[^R]*Received: input_shape=\((?P<from>[^)]*)\), "
        r"target_shape=\((?P<shape>[^)]*)\)"
    ),
    re.compile(
        r"Input to reshape is a tensor with (?P<values>\d+) values, but the requested shape "
        r"(?:has|requires a multiple of) (?P<room>\d+)"
    ),
    re.compile(
        r"has (?P<values>\d+) elements, but got `shape` \((?P<shape>[^)]*)\) with (?P<room>\d+) elements"
    ),
    re.compile(
        r"[Cc]annot reshape a tensor with (?P<values>\d+) elements to shape \[(?P<shape>[^\]]*)\]"
    ),
)
_SIZE = re.compile(r"-?\w+")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = next((m for said in _SAID if error and (m := said.search(error.message))), None)
    if error is None or found is None:
        return None
    told = found.groupdict()
    known = _known(told.get("shape") or "")
    room = int(told["room"]) if told.get("room") else math.prod(known)
    values = int(told["values"]) if told.get("values") else math.prod(_known(told["from"] or ""))
    shape = f"({told['shape']})" if told.get("shape") else "the new shape"
    is_open = bool(told.get("shape")) and len(known) < len(_SIZE.findall(told["shape"] or ""))
    window = _one_column(evidence.source) if values and known[-1:] == [room / values] else None
    if window is not None:
        return _columns_left_out(
            error.line, window, f"{values} values are to fill {shape}", known[-1]
        )
    return Finding(
        line=error.line,
        evidence=f"{values} values are to fill {shape}, "
        + (f"and {room} does not divide them" if is_open else f"which has room for {room}"),
        change=_change(values, room),
    )


def _columns_left_out(line: int, window: ast.Subscript, told: str, columns: int) -> Finding:
    """The last axis is that of the features, and the windows were cut of one of them."""
    rows, column = (ast.unparse(part) for part in getattr(window.slice, "elts", ()))
    of = ast.unparse(window.value)
    return Finding(
        line=line,
        evidence=f"{told}, which has room for {columns} features, and line {window.lineno} takes column "
        f"{column} of {of} alone",
        change=f"take all columns into the windows, {of}[{rows}, :]; with one column alone the last size is 1",
    )


def _one_column(source: Source) -> ast.Subscript | None:
    """A window that is moved along a table and keeps one of its columns: ``table[i : i + n, 0]``.

    The labels of several steps are cut like that too, but begin after the window: ``table[i + n : ...]``.
    """
    for node in sorted(source.all(ast.Subscript), key=lambda node: node.lineno):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else []
        if len(parts) != 2 or not isinstance(parts[0], ast.Slice):
            continue
        begins, column = parts[0].lower, constant(parts[1])
        if isinstance(begins, ast.Name) and isinstance(column, int):
            return node
    return None


def _known(shape: str) -> list[int]:
    """The sizes that are given; the open one, -1 or ``newaxis``, is not."""
    return [int(size) for size in _SIZE.findall(shape) if size.isdigit()]


def _change(values: int, room: int) -> str:
    if room and values % room == 0:
        return (
            f"that is {values // room} times as many: put -1 in front, reshape(-1, ...), where these are several examples, "
            "or print the shape before: an axis more than you think, such as three channels"
        )
    if values and room % values == 0:
        return f"there are {room // values} times too few of them: print the shape before this line, or make the layer before larger"
    return (
        "print the shape before this line, and write sizes that come to it when they are multiplied"
    )

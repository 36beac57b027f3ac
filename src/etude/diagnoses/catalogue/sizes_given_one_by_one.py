"""
Sizes, or arrays, are given one by one to a function that takes one tuple, or one list, of them.

## Why it hurts
`np.zeros(28, 28)` takes the second number for a dtype, `np.concatenate(a, b)` the second array for an axis, and both stop with a
message that is about dtypes or indices. The shape is one argument, and so are the arrays to join.

## Example
    import numpy as np

    matrix = np.zeros(100, 50)

## Instead
    import numpy as np

    matrix = np.zeros((100, 50))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "data-2")
GUIDE = "TensorFlow guide: NumPy API"
EXPLAINS = ("too_many_by_place",)

_SAID = re.compile(
    r"Cannot interpret '?.*'? as a data type|only integer scalar arrays can be converted to a scalar index"
    r"|^(?:concat|concatenate|stack)\(\) takes (?:1|from \d to \d) positional arguments? but \d"
    r"|'\w+' object cannot be interpreted as an integer|must be an integer|Cannot convert value .* to a TensorFlow DType"
    r"|Expected list for 'inputs' argument to"
)
_OF_TEXTS = ("join",)
_OF_SIZES = ("zeros", "ones", "empty", "full")
_OF_ARRAYS = (*("concatenate", "stack", "vstack", "hstack", "dstack", "column_stack", "concat"),)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _SAID.search(error.message):
        return None
    for call in calls_around(evidence.source, error.line):
        name = last_name(call.func)
        if len(call.args) < 2:
            continue
        if name in (*_OF_SIZES, *_OF_ARRAYS, *_OF_TEXTS) and not isinstance(
            call.args[0], ast.Tuple | ast.List
        ):
            told = ", ".join(map(ast.unparse, call.args))
            brackets = f"({told})" if name in _OF_SIZES else f"[{told}]"
            return Finding(
                line=call.lineno,
                about=name,
                evidence=f"{name} is given {told} one by one, and takes them as one",
                change=f"{ast.unparse(call.func)}({brackets}{_named(call)})",
            )
    return None


def _named(call: ast.Call) -> str:
    """What is given by name stays."""
    return "".join(f", {ast.unparse(one)}" for one in call.keywords)

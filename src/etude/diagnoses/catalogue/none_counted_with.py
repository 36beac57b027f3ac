"""
None stands where a number or an array is counted with.

## Why it hurts
A function without `return` gives None, and so does a method that changes its object in place. A size that a model does not know
yet, of the batch or of a sequence of any length, is None in `x.shape`: it can be asked when the data is there, with
`tf.shape(x)` or `keras.ops.shape(x)`. The line that stops is often far from the one that made the None.

## Example
    import numpy as np

    def scaled(pictures):
        pictures = pictures / 255.0

    pictures = scaled(np.zeros((8, 28, 28)))
    centred = pictures - 0.5

## Instead
    import numpy as np

    def scaled(pictures):
        return pictures / 255.0

    pictures = scaled(np.zeros((8, 28, 28)))
    centred = pictures - 0.5
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.operands import only
from etude.diagnoses.places import calls_around
from etude.diagnoses.returns import last_made, silent_function
from etude.diagnoses.source import Source
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "model-1")
GUIDE = "Python tutorial: Defining functions"
EXPLAINS = ()

_SAID = re.compile(
    r"unsupported operand type\(s\) for (?P<sign>\S+): .*'NoneType'"
    r"|'NoneType' object is not (?:subscriptable|iterable|callable)"
    r"|object of type 'NoneType' has no len\(\)"
    r"|'NoneType' object has no attribute 'shape'|convert a value \(None\) with an unsupported type"
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, _ = stopped
    name = only(error, lambda one: one.type == "NoneType")
    if not name:
        return _given_nothing(evidence.source, error.line) or _unknown_size(
            evidence.source, error.line
        )
    made = value_of(evidence.source, name, before=error.line)
    function = silent_function(evidence.source, made)
    if function is not None:
        return Finding(
            line=function.lineno,
            about=name,
            evidence=f"`{name}` in line {error.line} is what {function.name} gave, and {function.name} returns nothing",
            change=f"let {function.name} end with return {last_made(function, name) or '...'}",
        )
    if _is_size(made):
        return _size(error.line, name)
    since = f" since line {made.lineno}" if made is not None else ""
    return Finding(
        line=error.line,
        about=name,
        evidence=f"`{name}` is None{since}",
        change=f"look at what gives `{name}` its value, and at when: it has none on this way",
    )


def _given_nothing(source: Source, line: int) -> Finding | None:
    """``tf.constant(load())`` of a function that returns nothing."""
    for call in calls_around(source, line):
        if (function := silent_function(source, call)) is not None:
            return Finding(
                line=function.lineno,
                about=function.name,
                evidence=f"line {line} takes what {function.name} gives, and {function.name} returns nothing",
                change=f"let {function.name} end with return {last_made(function, '') or '...'}",
            )
    return None


def _is_size(made: ast.expr | None) -> bool:
    """``x.shape[0]``, whose size may not be known yet."""
    of = made.value if isinstance(made, ast.Subscript) else None
    return isinstance(of, ast.Attribute) and of.attr == "shape"


def _unknown_size(source: Source, line: int) -> Finding | None:
    return _size(line, "a size of `shape`") if ".shape" in source.line_text(line) else None


def _size(line: int, told: str) -> Finding:
    return Finding(
        line=line,
        evidence=f"{told} is None: while the model is put together, the size of this axis is not known",
        change="ask for it when the data is there, keras.ops.shape(x) or tf.shape(x); leave it to -1 in a reshape; or give keras.Input its "
        "size",
    )

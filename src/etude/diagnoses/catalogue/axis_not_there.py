"""
An axis is named that the array does not have.

## Why it hurts
Axes are counted from 0, so an array with one axis has axis 0 alone, and a loss, `argmax` or `concatenate` along axis 1
stops. Often an axis has gone on the way: one row of predictions, `p[0]`, has the classes on axis 0. `axis=-1` names the
last axis, however many there are.

## Example
    import numpy as np

    probabilities = np.array([[0.1, 0.7, 0.2]])
    print(np.argmax(probabilities[0], axis=1))

## Instead
    import numpy as np

    probabilities = np.array([[0.1, 0.7, 0.2]])
    print(np.argmax(probabilities[0], axis=-1))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import argument
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "dev-6")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ("trained_too_short",)

# NumPy, and the kernels of TensorFlow: reductions, argmax and expand_dims, concat.
_SAID = (
    re.compile(r"axis (?P<axis>-?\d+) is out of bounds for array of dimension (?P<axes>\d+)"),
    re.compile(r"[Ii]nvalid reduction dimension \(?(?P<axis>-?\d+) for input with (?P<axes>\d+)"),
    re.compile(r"Dimension \((?P<axis>-?\d+)\) must be in the range \[-\d+, (?P<axes>\d+)\)"),
    re.compile(r"in the range \[-\d+, (?P<axes>\d+)\), but got (?P<axis>-?\d+)"),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    found = next((one for said in _SAID if (one := said.search(error.message))), None)
    if found is None:
        return None
    axis, axes = int(found["axis"]), int(found["axes"])
    call = _call(evidence, error.line, axis)
    told = ast.unparse(call.func) if call is not None else f"line {error.line}"
    return Finding(
        line=error.line,
        about=told,
        evidence=f"{told} works along axis {axis}, and is given {_told(axes)}",
        change=_change(call, axes),
    )


def _call(evidence: Evidence, line: int, axis: int) -> ast.Call | None:
    """The innermost call on this line that names the axis, else the innermost one."""
    calls = calls_around(evidence.source, line)
    naming = [one for one in calls if argument(one, "axis", 1) == axis]
    return next(reversed(naming or calls), None)


def _told(axes: int) -> str:
    if axes == 0:
        return "a single number, which has no axis"
    return "an array with axis 0 alone" if axes == 1 else f"an array with the axes 0 to {axes - 1}"


def _change(call: ast.Call | None, axes: int) -> str:
    given = call.args[0] if call is not None and call.args else None
    if axes == 0:
        return "print its shape: the values were taken out, or averaged, before this line"
    if isinstance(given, ast.Subscript):
        return f"axis=-1, the last axis; {ast.unparse(given)} has one axis less than {ast.unparse(given.value)}"
    return "axis=-1 for the last axis; or print the shape, and look where an axis has gone before this line"

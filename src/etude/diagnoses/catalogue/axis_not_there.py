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
from etude.domain.error import Error
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
    re.compile(r"axis (?P<axis>-?\d+) is out of bounds for an array with dimension (?P<axes>\d+)"),
    re.compile(r"in the range \[-\d+, (?P<axes>\d+)\), but got (?P<axis>-?\d+)"),
)
_NORMALIZED = re.compile(r"inputs with ndim=(?P<axes>\d+), while axis=\((?P<axis>-?\d+)")
# Layers that look an axis up by its number.
_LOOK_UP = (
    "batch_normalization.build",
    "layer_normalization.build",
    "dot.build",
    "normalization.build",
)
_PERMUTED = re.compile(r"`dims` for Permute Layer.*Received dims=\((?P<dims>[^)]*)\)")
_UNNAMED = re.compile(
    r"same length as the input shape, expected (?P<wanted>\d+), but received (?P<given>\d+)"
)
_PADDED = re.compile(
    r"`pad_width` must have the same length.*\(of length (?P<given>\d+)\) and x\.shape=\((?P<shape>[^)]*)\) \(of length (?P<wanted>\d+)"
)
_SQUEEZED = re.compile(r"Cannot squeeze axis (?P<axis>-?\d+), because the dimension is not 1")
_OUT_OF_PLACES = re.compile(r"Array has shape \((?P<shape>[^)]*)\) but out-of-bounds index")
_PAIR = 2


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if said_by_layer := _NORMALIZED.search(error.message):
        return _of_normalization(evidence, error, said_by_layer)
    found = next((one for said in _SAID if (one := said.search(error.message))), None)
    if found is None:
        return _of_a_layer(evidence, error) or _turned(evidence, error)
    axis, axes = int(found["axis"]), int(found["axes"])
    call = _call(evidence, error.line, axis)
    told = ast.unparse(call.func) if call is not None else f"line {error.line}"
    return Finding(
        line=error.line,
        about=told,
        evidence=f"{told} works along axis {axis}, and is given {_told(axes)}",
        change=_change(call, axes),
    )


def _of_a_layer(evidence: Evidence, error: Error) -> Finding | None:
    """A layer that looks its axis up in the shape of its inputs."""
    several = error.type == "TypeError" and error.raised_by.endswith("batch_normalization.__init__")
    if not several and (error.type != "IndexError" or not error.raised_by.endswith(_LOOK_UP)):
        return None
    for call in reversed(calls_around(evidence.source, error.line)):
        axis = argument(call, "axis", None) or argument(call, "axes", None)
        if isinstance(axis, int | tuple | list):
            name = ast.unparse(call.func)
            wanted = next(k.value for k in call.keywords if k.arg in ("axis", "axes"))
            return Finding(
                line=wanted.lineno,
                about=name,
                evidence=f"{name} is told to work along axis {ast.unparse(wanted)}, and its input has no such axis",
                change="axis=-1, the one that has a mean for each of its places; LayerNormalization takes several axes"
                if several
                else "count the axis of examples as 0, so that the last of (None, 8) is 1; or -1, which is always the last",
            )
    return None


def _of_normalization(evidence: Evidence, error: Error, found: re.Match[str]) -> Finding:
    """``Normalization`` looks at its axis when it is adapted."""
    calls = [
        one
        for one in evidence.source.calls("Normalization")
        if argument(one, "axis", 0) is not None
    ]
    return Finding(
        line=evidence.source.line_of_argument(calls[-1], "axis") if calls else error.line,
        about="Normalization",
        evidence=f"Normalization is told to work along axis {found['axis']}, and is adapted to {_told(int(found['axes']))}",
        change="axis=-1: a mean and a variance for each column, which is what it does without axis",
    )


def _turned(evidence: Evidence, error: Error) -> Finding | None:
    """Axes that are to change places, and are not all named, or with that of the examples."""
    if found := _PERMUTED.search(error.message):
        axes = [int(one) for one in found["dims"].split(",") if one.strip()]
        instead = [one for one in axes if one] if len(axes) > _PAIR else [one + 1 for one in axes]
        return Finding(
            line=error.line,
            about="Permute",
            evidence=f"Permute is given {tuple(axes)}, and counts the axes from 1, without that of the examples",
            change=f"Permute({tuple(instead)})",
        )
    if found := _UNNAMED.search(error.message):
        wanted, given = int(found["wanted"]), int(found["given"])
        rest = ", ".join(map(str, range(wanted - given, wanted)))
        return Finding(
            line=error.line,
            about="transpose",
            evidence=f"{given} axes are named, and the tensor has {wanted}: that of the examples is one of them",
            change=f"name all of them, the examples first: the axes go from 0 to {wanted - 1}, and those behind the first are {rest}",
        )
    if found := _PADDED.search(error.message):
        given, shape = int(found["given"]), found["shape"]
        return Finding(
            line=error.line,
            about="pad",
            evidence=f"pad is told the edges of {given} axes, and the tensor has {found['wanted']}: ({shape})",
            change=f"one pair for each axis, (0, 0) for that of the examples: ({', '.join(['(0, 0)', *['(1, 1)'] * given])})",
        )
    if found := _SQUEEZED.search(error.message):
        return Finding(
            line=error.line,
            about="squeeze",
            evidence=f"squeeze takes axis {found['axis']} away, and that axis has more than one place",
            change="name the axis of size 1, or leave squeeze out; to keep one place of it: x[..., 0]",
        )
    if found := _OUT_OF_PLACES.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"a place is asked for that a tensor of shape ({found['shape']}) does not have",
            change="places are counted from 0, so the last of n is n - 1, or -1",
        )
    return None


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

"""
A shape is given as a bare number, or its sizes one by one, where Keras wants a tuple.

## Why it hurts
`shape=(784)` is no tuple: without a comma the brackets only hold a number. `Input(28, 28, 1)` gives the second and third
size to other arguments. The shape of one example is one tuple, `(784,)` or `(28, 28, 1)`, without the number of examples.

## Example
    import keras

    inputs = keras.Input(shape=(784))

## Instead
    import keras

    inputs = keras.Input(shape=(784,))
"""

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import calls_around
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-1", "model-7")
GUIDE = "Keras API: Input object"
EXPLAINS = ()

_SAID = re.compile(r"Cannot convert '(?P<size>\d+)' to a shape")
_NAMES = ("shape", "input_shape", "batch_shape", "batch_input_shape")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    call = _call(evidence, error.line)
    written = _shape(call) if call is not None else None
    sizes = _sizes(call) if call is not None else []
    if len(sizes) > 1:
        told = ", ".join(map(str, sizes))
        seen, change = f"the sizes {told} are given one by one", f"one tuple: ({told})"
    else:
        text = ast.unparse(written) if written is not None else found["size"]
        seen = f"the shape is {text}, a number: brackets alone make no tuple"
        change = f"a tuple, with a comma: ({text},)"
    return Finding(line=written.lineno if written else error.line, evidence=seen, change=change)


def _call(evidence: Evidence, line: int) -> ast.Call | None:
    """The innermost call there that is given a shape by name, else an ``Input``."""
    calls = calls_around(evidence.source, line)
    naming = [one for one in calls if any(k.arg in _NAMES for k in one.keywords)]
    return next(reversed(naming or [one for one in calls if _is_input(one)]), None)


def _is_input(call: ast.Call) -> bool:
    return ast.unparse(call.func).endswith("Input")


def _shape(call: ast.Call) -> ast.expr | None:
    named = (given(call, name, len(call.args)) for name in _NAMES)
    first = call.args[0] if call.args and _is_input(call) else None
    return next((one for one in named if one is not None), first)


def _sizes(call: ast.Call) -> Sequence[object]:
    """Numbers side by side."""
    numbers = [one.value for one in call.args if isinstance(one, ast.Constant)]
    return numbers if _is_input(call) and len(numbers) == len(call.args) else []

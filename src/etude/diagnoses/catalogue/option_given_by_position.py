"""
A layer or model is called with an option by its position, where only tensors go.

## Why it hurts
What stands in the brackets of a call are tensors. Options such as `training` and `mask` are named, since Keras must not take
them for another input.

## Example
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dropout(0.3), keras.layers.Dense(1)])
    outputs = model(np.zeros((2, 4)), True)

## Instead
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dropout(0.3), keras.layers.Dense(1)])
    outputs = model(np.zeros((2, 4)), training=False)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import constant
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "model-3", "dev-3")
GUIDE = "Keras guide: The Functional API"
EXPLAINS = ()

_SAID = re.compile(
    r"Only input tensors may be passed as\s+positional arguments\..*keyword argument: (?P<given>.*) \(of type",
    re.DOTALL,
)
_AS_TOLD = {"True": True, "False": False}


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    given = found["given"]
    call = next(
        (c for c in reversed(calls_around(evidence.source, error.line)) if _holds(c, given)), None
    )
    called = ast.unparse(call.func) if call is not None else "the layer"
    first = ast.unparse(call.args[0]) if call is not None else "x"
    if given in _AS_TOLD:
        change = f"{called}({first}, training={given})"
    else:
        change = f"name it, as call names it: {called}({first}, name={given}); a list of numbers as a tensor: keras.ops.array"
    return Finding(
        line=error.line,
        about=called,
        evidence=f"{called} is given {given} behind its tensor, without a name",
        change=change,
    )


def _holds(call: ast.Call, given: str) -> bool:
    return len(call.args) > 1 and any(str(constant(one)) == given for one in call.args[1:])

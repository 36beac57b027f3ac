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
_AS_TOLD = ("True", "False")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None or stopped[1]["given"].startswith("<"):  # an object is no option
        return None
    error, found = stopped
    given = found["given"]
    calls = list(reversed(calls_around(evidence.source, error.line)))
    behind = next((one for one in calls if _holds(one, given)), None)
    if behind is not None:
        return _option(error.line, behind, given)
    listed = next((one for call in calls for one in call.args if isinstance(one, ast.List)), None)
    return _number_in_a_list(listed, given) if listed is not None else None


def _option(line: int, call: ast.Call, given: str) -> Finding:
    called, first = ast.unparse(call.func), ast.unparse(call.args[0])
    change = f"{called}({first}, training={given})"
    if given not in _AS_TOLD:
        change = f"name it, as call names it: {called}({first}, name={given})"
    return Finding(
        line=line,
        about=called,
        evidence=f"{called} is given {given} behind its tensor, without a name",
        change=change,
    )


def _number_in_a_list(listed: ast.List, given: str) -> Finding:
    text = ast.unparse(listed)
    numbers = not any(isinstance(node, ast.Name) for node in ast.walk(listed))
    return Finding(
        line=listed.lineno,
        about=text,
        evidence=f"{text} is a list of Python with the number {given} in it, where only tensors go",
        change=f"an array: np.array({text})"
        if numbers
        else f"keep {given} out of the list: an argument of __init__, kept as "
        "self.factor, or a named argument of call",
    )


def _holds(call: ast.Call, given: str) -> bool:
    return len(call.args) > 1 and any(str(constant(one)) == given for one in call.args[1:])

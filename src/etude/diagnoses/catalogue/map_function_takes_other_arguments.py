"""
The function given to `map` takes another number of arguments than the elements have parts.

## Why it hurts
`map` calls its function with the parts of an element: of pairs (picture, label) with two arguments, of a dictionary with
one. A function of pictures alone cannot be called with pairs, and what it is to leave alone, the label, it has to hand on.

## Example
    import numpy as np
    import tensorflow as tf

    def scaled(picture):
        return tf.cast(picture, tf.float32) / 255.0

    pictures = np.zeros((8, 4, 4, 3), "uint8")
    data = tf.data.Dataset.from_tensor_slices((pictures, np.arange(8)))
    data = data.map(scaled)

## Instead
    import numpy as np
    import tensorflow as tf

    def scaled(picture, label):
        return tf.cast(picture, tf.float32) / 255.0, label

    pictures = np.zeros((8, 4, 4, 3), "uint8")
    data = tf.data.Dataset.from_tensor_slices((pictures, np.arange(8)))
    data = data.map(scaled)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import Function, function_of, given
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "data-6", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = (
    "tensors_given_otherwise",
    "slices_of_two_arguments",
    "argument_left_out",
    "too_many_by_place",
)

_TOO_MANY = re.compile(r"takes \d+ positional arguments? but (?P<parts>\d+) were given")
_STAGES = ("map", "flat_map", "interleave")
_TOO_FEW = re.compile(r"missing (?P<short>\d+) required positional arguments?")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or error.type != "TypeError":
        return None
    stage, function = _stage(evidence.source, error.line)
    if function is None:
        return None
    taken = [one.arg for one in function.args.args]
    parts = _parts(error.message, len(taken))
    if parts is None or parts == len(taken):
        return None
    return Finding(
        line=function.lineno,
        evidence=f"{_name(function)} takes {', '.join(taken) or 'nothing'}, and {_handed(stage, error.line)} {parts} "
        f"part{'s' if parts > 1 else ''}",
        change=_more(function, taken, parts) if parts > len(taken) else _ONE,
        about=_name(function),
    )


def _stage(source: Source, line: int) -> tuple[str, Function | None]:
    """The stage on this line that calls a function of the learner's with the parts of an element."""
    for stage in _STAGES:
        call = call_at(source, line, stage)
        function = function_of(source, given(call, "map_func", 0)) if call else None
        if function is not None:
            return stage, function
    return "", None


def _handed(stage: str, line: int) -> str:
    if stage == "map":
        return f"the elements that line {line} maps have"
    return f"{stage} hands it elements of"


_ONE = (
    'let it take one argument and look the rest up in it, element["image"], or make the elements tuples: '
    "tf.data.Dataset.zip, and as_supervised=True where it is asked for"
)


def _parts(message: str, taken: int) -> int | None:
    if found := _TOO_MANY.search(message):
        return int(found["parts"])
    if found := _TOO_FEW.search(message):
        return taken - int(found["short"])
    return None


def _more(function: Function, taken: list[str], parts: int) -> str:
    if parts == len(taken) + 1:
        names = ", ".join([*taken, "label"])
        return f"let it take all parts and hand on what it leaves alone: {_name(function)}({names}), which returns (..., label)"
    return f"let it take {parts} arguments, and return all that later steps need"


def _name(function: Function) -> str:
    return function.name if isinstance(function, ast.FunctionDef) else "the lambda"

"""
A batch, or `validation_data`, has more parts than inputs, labels and weights.

## Why it hurts
Keras reads (x, y) and (x, y, weights). Several inputs, or several outputs, are one part: a list of arrays, or in a dataset a tuple of
tensors.

## Example
    import keras
    import numpy as np

    a, b, y = np.random.rand(30, 2), np.random.rand(30, 3), np.random.rand(30)
    left, right = keras.Input((2,)), keras.Input((3,))
    joined = keras.layers.Concatenate()([left, right])
    model = keras.Model([left, right], keras.layers.Dense(1)(joined))
    model.compile(optimizer="adam", loss="mse")
    model.fit([a, b], y, validation_data=(a[:5], b[:5], y[:5], y[5:10]), verbose=0)

## Instead
    import keras
    import numpy as np

    a, b, y = np.random.rand(30, 2), np.random.rand(30, 3), np.random.rand(30)
    left, right = keras.Input((2,)), keras.Input((3,))
    joined = keras.layers.Concatenate()([left, right])
    model = keras.Model([left, right], keras.layers.Dense(1)(joined))
    model.compile(optimizer="adam", loss="mse")
    model.fit([a[5:], b[5:]], y[5:], validation_data=([a[:5], b[:5]], y[:5]), epochs=2, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, value_of
from etude.diagnoses.places import call_at, maker_of_data
from etude.diagnoses.source import Source
from etude.diagnoses.stops import said, stop
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "model-3", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("number_of_inputs_differs", "labels_do_not_match_outputs")

_SAID = re.compile(r"Data is expected to be in format `x`, `\(x,\)`, `\(x, y\)`, or")
_MOST = 3


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    line = stopped[0].line
    call = call_at(evidence.source, line, "fit")
    held = _parts(
        evidence.source,
        given(call, "validation_data", len(call.args)) if call is not None else None,
    )
    if held is not None:
        ended = stop(evidence)
        return _of_validation(held, len(ended.model.inputs) if ended is not None else 1)
    yielded = _yielded(evidence.source, line)
    if yielded is None:
        return None
    return Finding(
        line=yielded.lineno,
        about="generator",
        evidence=f"the generator yields {len(yielded.elts)} parts, and fit takes two or three",
        change="put inputs together, and labels together: yield (a, b), (y1, y2)",
    )


def _of_validation(held: ast.Tuple, inputs: int) -> Finding:
    parts = [ast.unparse(one) for one in held.elts]
    change = f"validation_data=({parts[0]}, {parts[1]}), inputs and labels"
    if 1 < inputs < len(parts):
        change = f"the inputs in one list: validation_data=([{', '.join(parts[:inputs])}], {', '.join(parts[inputs:])})"
    return Finding(
        line=held.lineno,
        about="validation_data",
        evidence=f"validation_data has {len(parts)} parts ({', '.join(parts)}), and takes inputs, labels and perhaps weights",
        change=change,
    )


def _parts(source: Source, node: ast.expr | None) -> ast.Tuple | None:
    if isinstance(node, ast.Name):
        node = value_of(source, node.id, before=node.lineno)
    return node if isinstance(node, ast.Tuple) and len(node.elts) > _MOST else None


def _yielded(source: Source, line: int) -> ast.Tuple | None:
    """A tuple of too many parts, in the function that makes the batches."""
    made = maker_of_data(source, line, "fit")
    function = function_of(source, made.func) if made is not None else None
    values = [n.value for n in ast.walk(function) if isinstance(n, ast.Yield)] if function else []
    found = (_parts(source, one) for one in values)
    return next((one for one in found if one is not None), None)

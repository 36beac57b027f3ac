"""
A layer is made but not called, and then used as if it were its output.

## Why it hurts
`layers.Dense(4)` is a layer; `layers.Dense(4)(x)` is what it makes of x. The functional style needs the second
pair of brackets at every layer. Without it the next layer, or `keras.Model`, is given a layer where it wants a
tensor.

## Example
    import keras
    from keras import layers

    inputs = keras.Input((8,))
    hidden = layers.Dense(4, activation="relu")
    outputs = layers.Dense(3)(hidden)
    model = keras.Model(inputs, outputs)

## Instead
    import keras
    from keras import layers

    inputs = keras.Input((8,))
    hidden = layers.Dense(4, activation="relu")(inputs)
    outputs = layers.Dense(3)(hidden)
    model = keras.Model(inputs, outputs)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, call_line, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ("too_many_by_place",)

# A layer in the place of a tensor, as layers and models of Keras 3 say it.
_REFUSED = re.compile(
    r"(?:Only input tensors may be passed as positional arguments|values must be KerasTensors"
    r"|Attempt to convert a value)"
    r".*?<(?P<kind>\w+) name=[^>]*>",
    re.DOTALL,
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _REFUSED.search(error.message) if error else None
    if found is None or error is None or found["kind"] in ("KerasTensor", "Variable"):
        return None
    kind = found["kind"]
    line = _line_of_layer(evidence.source, kind, before=error.line) or error.line
    return Finding(
        line=line,
        evidence=f"{kind} of line {line} is a layer that was never called; line {error.line} uses "
        "it as a tensor",
        change=f"call it on what comes before: {kind}(...)(x)",
        about=kind,
    )


def _line_of_layer(source: Source, kind: str, *, before: int) -> int:
    """Where a name was last given such a layer itself; 0 when no name was."""
    found = [
        call_line(node.value)
        for node in source.nodes
        if isinstance(node, ast.Assign)
        and node.lineno <= before
        and isinstance(node.value, ast.Call)
        and last_name(node.value.func) == kind
    ]
    return max(found, default=0)

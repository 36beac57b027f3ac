"""
The outputs of a model are not computed from its inputs alone.

## Why it hurts
`keras.Model(inputs, outputs)` follows the layers back from the outputs. When that leads to an `Input` that is not
among the inputs (forgotten in the list, or made anew under the same name) Keras cannot say what to compute from
what, and stops with "not connected to `inputs`"; Keras 3.6 stops only in `fit`, with a KeyError of a long number.

## Example
    import keras
    import numpy as np
    from keras import layers

    size = keras.Input((3,))
    age = keras.Input((1,))
    price = layers.Dense(1)(layers.Concatenate()([size, age]))
    model = keras.Model(size, price)
    model.compile(optimizer="adam", loss="mse")
    model.fit(np.zeros((8, 3)), np.zeros((8, 1)), verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import layers

    size = keras.Input((3,))
    age = keras.Input((1,))
    price = layers.Dense(1)(layers.Concatenate()([size, age]))
    model = keras.Model([size, age], price)
    model.compile(optimizer="adam", loss="mse")
    model.fit([np.zeros((8, 3)), np.zeros((8, 1))], np.zeros((8, 1)), verbose=0)
"""

import ast
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ()

_SAID = "not connected to `inputs`"
_RAISES = "_run_through_graph"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    line = error.line
    if error.type == "KeyError" and error.raised_by.endswith(_RAISES):  # Keras 3.6
        line = evidence.source.line_of_call("Model", default=error.line)
    elif _SAID not in error.message:
        return None
    seen, change = _cause(evidence.source, line)
    return Finding(line=line, evidence=seen, change=change)


def _cause(source: Source, line: int) -> tuple[str, str]:
    made = _inputs(source, before=line)
    call = call_at(source, line, "Model")
    given = _names(_inputs_argument(call)) if call else []
    twice = next((name for name in given if made.count(name) > 1), None)
    missing = [name for name in dict.fromkeys(made) if name not in given]
    if given and not any(name in made for name in given) and made:
        return (
            f"{', '.join(given)} is given as inputs and comes from no keras.Input",
            f"inputs first, outputs second: keras.Model({made[0]}, ...)",
        )
    if twice:
        return (
            f"{twice} is made by keras.Input more than once, and the layers before used the first",
            f"make {twice} once, or give the second another name",
        )
    if missing and given:
        return (
            f"the inputs are {', '.join(given)}; the layers also start from {', '.join(missing)}",
            f"keras.Model([{', '.join([*given, *missing])}], ...)",
        )
    return (
        "the outputs lead back to another Input than the one given",
        "give keras.Model every Input that the outputs are computed from",
    )


def _inputs(source: Source, *, before: int) -> list[str]:
    """Names that were given a ``keras.Input`` above a line, in order, each as often as it was."""
    return [
        target.id
        for node in source.nodes
        if isinstance(node, ast.Assign) and node.lineno <= before
        for target in node.targets
        if isinstance(target, ast.Name)
        and isinstance(node.value, ast.Call)
        and last_name(node.value.func) == "Input"
    ]


def _inputs_argument(call: ast.Call) -> ast.AST | None:
    named = next((k.value for k in call.keywords if k.arg == "inputs"), None)
    return named or (call.args[0] if call.args else None)


def _names(node: ast.AST | None) -> Sequence[str]:
    found = ast.walk(node) if node is not None else ()
    return [one.id for one in found if isinstance(one, ast.Name)]

"""
The function that is to make the loss does not return it, so the model has no loss.

## Why it hurts
A loss with a parameter is written as a function that defines the loss and returns it. Without that `return` the outer
function gives None, `compile` takes None for "no loss", and `fit` stops with "No loss to compute", though a loss was given.

## Example
    import keras
    import numpy as np

    def smoothed(share):
        def loss(y_true, y_pred):
            return keras.ops.mean(keras.ops.abs(y_true * (1 - share) - y_pred), axis=-1)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss=smoothed(0.1))
    model.fit(np.zeros((8, 3)), np.zeros((8, 1)), verbose=0)

## Instead
    import keras
    import numpy as np

    def smoothed(share):
        def loss(y_true, y_pred):
            return keras.ops.mean(keras.ops.abs(y_true * (1 - share) - y_pred), axis=-1)
        return loss

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss=smoothed(0.1))
    model.fit(np.zeros((8, 3)), np.zeros((8, 1)), verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of, given, value_of
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ("compile_missing", "none_counted_with")

_SAID = "loss to compute"
_LOSS_POSITION = 1  # compile(optimizer, loss, ...)


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is None or _SAID not in evidence.error.message:
        return None
    for call in evidence.source.calls("compile"):
        maker = _maker(evidence.source, call)
        if maker is None or _returns(maker):
            continue
        inner = [one.name for one in maker.body if isinstance(one, ast.FunctionDef)]
        return Finding(
            line=maker.lineno,
            evidence=f"{maker.name} defines {inner[-1]} and ends without a return, so line {call.lineno} compiles with "
            "loss=None",
            change=f"add `return {inner[-1]}` as the last line of {maker.name}",
            about=maker.name,
        )
    return None


def _maker(source: Source, call: ast.Call) -> ast.FunctionDef | None:
    """The function whose result ``compile`` is given as loss, when it defines another one."""
    value = given(call, "loss", _LOSS_POSITION)
    if isinstance(value, ast.Name):
        value = value_of(source, value.id, before=call.lineno)
    made = function_of(source, value.func) if isinstance(value, ast.Call) else None
    if not isinstance(made, ast.FunctionDef):
        return None
    return made if any(isinstance(one, ast.FunctionDef) for one in made.body) else None


def _returns(function: ast.FunctionDef) -> bool:
    return any(isinstance(one, ast.Return) and one.value is not None for one in _own(function))


def _own(node: ast.AST) -> Iterator[ast.AST]:
    """What is inside, but for functions inside."""
    for child in ast.iter_child_nodes(node):
        yield child
        if not isinstance(child, ast.FunctionDef | ast.Lambda | ast.ClassDef):
            yield from _own(child)

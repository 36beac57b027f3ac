"""
A function trains a model and throws the history away.

## Why it hurts
`fit` returns a `History` object with every loss and metric of every epoch: without it there are no curves to
read. A function without `return` gives `None`, and the error comes later, where somebody looks for `.history`.

## Example
    import keras
    import numpy as np

    def train(model, inputs):
        model.fit(inputs, 2 * inputs, epochs=2, verbose=0)

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    history = train(model, np.linspace(0, 1, 32, dtype="float32").reshape(32, 1))
    print(history.history["loss"])

## Instead
    import keras
    import numpy as np

    def train(model, inputs):
        return model.fit(inputs, 2 * inputs, epochs=2, verbose=0)

    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse")
    history = train(model, np.linspace(0, 1, 32, dtype="float32").reshape(32, 1))
    print(history.history["loss"])
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.ERROR
SKILLS = ("model-10", "dev-3")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ("none_counted_with",)

_MISSED = "'NoneType' object has no attribute 'history'"


def match(evidence: Evidence) -> Finding | None:
    if not _is_missed(evidence):
        return None
    for fit in reversed(evidence.fits):
        function = _function_without_return(evidence, fit)
        if function:
            return Finding(
                line=fit.line,
                about=function,
                evidence=f"{function} calls fit in line {fit.line}, returns nothing, and so gives None",
                change="return what fit returns",
            )
    return None


def _is_missed(evidence: Evidence) -> bool:
    """Somebody asked for the history and got None."""
    asked = any(told["type"] == "NoneType" for told in evidence.told("returned"))
    failed = any(e.type == "AttributeError" and _MISSED in e.message for e in evidence.errors)
    return asked or failed


def _function_without_return(evidence: Evidence, fit: Fit) -> str:
    function = function_around(evidence.source, fit.line)
    if function is None:
        return ""
    returns = [n for n in ast.walk(function) if isinstance(n, ast.Return) and n.value is not None]
    return "" if returns else function.name

"""
`predict` is asked while the model is being trained, by its loss, a metric or a layer.

## Why it hurts
`predict` runs a program of its own over many batches and gives NumPy arrays. Inside a step of `fit`, which TensorFlow turns into
a graph, it cannot run, and says so with words about replicas; if it could, no gradient would come through it. Within a
step a model is called like a function: `model(x)`.

## Example
    import keras
    import numpy as np

    x = np.zeros((8, 3), "float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])

    def measure(y_true, y_pred):
        again = model.predict(x)
        return keras.ops.mean((y_true - y_pred) ** 2) + keras.ops.mean(again**2)

    model.compile(optimizer="adam", loss=measure)
    model.fit(x, np.ones((8, 1)), verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.zeros((8, 3), "float32")
    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])

    def measure(y_true, y_pred):
        again = model(x)
        return keras.ops.mean((y_true - y_pred) ** 2) + keras.ops.mean(again**2)

    model.compile(optimizer="adam", loss=measure)
    model.fit(x, np.ones((8, 1)), verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import call_at
from etude.diagnoses.source import call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "dev-3")
GUIDE = "Keras API: Losses (creating custom losses)"
EXPLAINS = ()

_SAID = "cross-replica context"
_ASKS = ("predict", "evaluate", "fit")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or _SAID not in error.message or len(error.frames) < 2:
        return None
    inner = error.frames[-1]
    for verb in _ASKS:
        call = call_at(evidence.source, inner.line, verb)
        if call is not None and isinstance(call.func, ast.Attribute):
            asked = ast.unparse(call.func.value)
            return Finding(
                line=call_line(call),
                evidence=f"{inner.function} calls {asked}.{verb} in line {inner.line}, inside a step of the training that "
                f"line {error.frames[0].line} began",
                change=f"call the model itself: {asked}(...), which gives tensors that gradients come through",
                about=inner.function,
            )
    return None

"""
The model is trained or measured without having been compiled.

## Why it hurts
`compile` tells a model its optimizer and its loss; without them `fit` and `evaluate` have nothing to do. A model
that was loaded with `compile=False`, cloned, or built anew in the same notebook is not compiled either.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-1", "model-8")
GUIDE = "TensorFlow guide: Training and evaluation with the built-in methods"
EXPLAINS = ()

_RAISES = "_assert_compile_called"
_UNCOMPILED = re.compile(r"must (call `?compile|compile your model)")
_NO_LOSS = re.compile(r"No loss to compute|has no loss to compute")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    if _NO_LOSS.search(error.message):
        return Finding(
            line=evidence.source.line_of_call("compile", default=error.line),
            evidence=f"compile was given no loss, and line {error.line} needs one",
            change=_loss_for(evidence),
        )
    if error.raised_by.endswith(_RAISES) or _UNCOMPILED.search(error.message):
        return Finding(line=error.line, evidence=_seen(evidence, error), change=_change(evidence))
    return None


def _loss_for(evidence: Evidence) -> str:
    """A class that trains with a loss of its own has to measure with it too."""
    written = {function.name for function in evidence.source.functions()}
    if "train_step" in written and "test_step" not in written:
        return "write test_step too: it measures with the loss that train_step computes itself"
    return 'model.compile(optimizer="adam", loss=...)'


def _seen(evidence: Evidence, error: Error) -> str:
    if _loaded_without(evidence):
        return f"line {error.line} needs a loss, and the model was loaded with compile=False"
    if evidence.source.calls("compile"):
        return f"line {error.line} needs a loss, and this model has not been compiled by then"
    return f"line {error.line} needs a loss, and nothing in the program calls compile"


def _change(evidence: Evidence) -> str:
    if _loaded_without(evidence):
        return "load it without compile=False, or compile it after loading"
    return "call model.compile(optimizer=..., loss=...) on this very model before"


def _loaded_without(evidence: Evidence) -> bool:
    calls = evidence.source.calls("load_model")
    return any(argument(call, "compile") is False for call in calls)

"""
A model that is to clean its inputs is trained with the inputs themselves as targets.

## Why it hurts
What it learns is to give back what it is given, noise included. The training loss falls as it should, and the validation, which asks for the
clean ones, shows no gain over the noisy input. Each damaged input needs the undamaged one as its target, in training as in
validation.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    clean = rng.random((64, 8)).astype("float32")
    noisy = (clean + rng.normal(0, 0.3, clean.shape)).astype("float32")

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(8)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(noisy[:48], noisy[:48], validation_data=(noisy[48:], clean[48:]), verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    clean = rng.random((64, 8)).astype("float32")
    noisy = (clean + rng.normal(0, 0.3, clean.shape)).astype("float32")

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(8)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(noisy[:48], clean[:48], validation_data=(noisy[48:], clean[48:]), verbose=0)
"""

import ast
import math
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "data-1", "dev-3")
GUIDE = "TensorFlow tutorial: Intro to Autoencoders"
EXPLAINS = NOTHING_LEARNED

# A column or two is a function to fit, nothing that could be cleaned.
_LEAST_VALUES = 4
_DAMAGED = re.compile(r"nois|corrupt|damag|blur|degrad|low_?res|distort", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        call = call_at(evidence.source, fit.line, "fit")
        inputs, targets = (given(call, "x", 0), given(call, "y", 1)) if call else (None, None)
        if call is None or inputs is None or targets is None:
            continue
        same = ast.unparse(inputs) == ast.unparse(targets)
        if same and (_validates_otherwise(fit) or _DAMAGED.search(ast.unparse(inputs))):
            name = ast.unparse(inputs)
            told = (
                ", and the validation has targets of its own" if _validates_otherwise(fit) else ""
            )
            return Finding(
                line=targets.lineno,
                about=name,
                evidence=f"fit gets {name} both as inputs and as targets{told}",
                change="give the clean data as the second argument, row by row what the inputs were made from",
            )
    return None


def _validates_otherwise(fit: Fit) -> bool:
    """Whether targets are the inputs in training, and others of the same shape in validation."""
    if fit.validation is None:
        return False
    return _copies(fit.train) is True and _copies(fit.validation) is False


def _copies(data: Data) -> bool | None:
    """Whether targets look like the inputs themselves; None where that cannot be told."""
    inputs, targets = data.part("0"), data.part("1")
    if inputs is None or targets is None or list(inputs.shape) != list(targets.shape):
        return None
    if math.prod(size or 1 for size in inputs.shape[1:]) < _LEAST_VALUES:
        return None
    return (inputs.low, inputs.high, inputs.mean) == (targets.low, targets.high, targets.mean)

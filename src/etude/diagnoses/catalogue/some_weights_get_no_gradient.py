"""
Some weights get no gradient: the loss does not depend on them.

## Why it hurts
Keras trains the weights that a path leads to from the loss, and only warns about the others. A layer whose
result is not used, or is used behind `stop_gradient`, argmax or a cast to integers, stays at the random
numbers that it began with, though it looks like a part of the network.

## Example
    import keras
    import numpy as np


    class TwoPaths(keras.Model):
        def __init__(self):
            super().__init__()
            self.shallow = keras.layers.Dense(1)
            self.deep = keras.layers.Dense(1)

        def call(self, inputs):
            deep = self.deep(inputs)
            shallow = self.shallow(inputs)
            return shallow


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = TwoPaths()
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)

## Instead
    import keras
    import numpy as np


    class TwoPaths(keras.Model):
        def __init__(self):
            super().__init__()
            self.shallow = keras.layers.Dense(1)
            self.deep = keras.layers.Dense(1)

        def call(self, inputs):
            deep = self.deep(inputs)
            shallow = self.shallow(inputs)
            return shallow + deep


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = TwoPaths()
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

# A ready-made network may bring a pooling layer that nobody uses, and be right.
SEVERITY = Severity.WARNING
SKILLS = ("train-5", "model-4", "train-2")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ()

_WARNED = "gradients do not exist for variables"
_QUOTED = re.compile(r"'([^']+)'")


def match(evidence: Evidence) -> Finding | None:
    for warning in evidence.warnings:
        if _WARNED in warning.message.lower():
            names = _QUOTED.findall(warning.message.partition("]")[0])
            return Finding(
                line=warning.line or next((fit.line for fit in evidence.fits), 1),
                evidence=f"no gradient reaches {', '.join(names[:4]) or 'some weights'}",
                change="use the layer's result on the way to the loss, or leave the layer out",
                about=names[0] if names else "",
            )
    return None

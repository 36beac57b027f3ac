"""
Some weights get no gradient: the loss does not depend on them.

## Why it hurts
Keras trains the weights that a path leads to from the loss, and only warns about the others. A layer whose
result is not used, or is used behind `stop_gradient`, argmax or a cast to integers, stays at the random
numbers that it began with, though it looks like a part of the network. A weight that is added to a layer of Keras from
outside is such a one: the layer's `call` uses the weights that its own `build` made.

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

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, argument, call_line, dotted_name
from etude.domain.finding import Finding, Severity

# A ready-made network may bring a pooling layer that nobody uses, and be right.
SEVERITY = Severity.WARNING
SKILLS = ("train-5", "model-4", "train-2")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("none_counted_with",)

_WARNED = "gradients do not exist for variables"
_QUOTED = re.compile(r"'([^']+)'")


def match(evidence: Evidence) -> Finding | None:
    for warning in evidence.warnings:
        if _WARNED in warning.message.lower():
            names = _QUOTED.findall(warning.message.partition("]")[0])
            seen = f"no gradient reaches {', '.join(names[:4]) or 'some weights'}"
            if added := _added_from_outside(evidence.source, names):
                return Finding(
                    line=call_line(added),
                    evidence=f"{seen}; line {call_line(added)} adds it to a ready layer, whose own call knows nothing of it",
                    change="begin with weights of your own through kernel_initializer or layer.set_weights([...]), or write a "
                    "layer whose call uses the weight that its build adds",
                    about=names[0],
                )
            return Finding(
                line=warning.line or next((fit.line for fit in evidence.fits), 1),
                evidence=seen,
                change="use the layer's result on the way to the loss, or leave the layer out",
                about=names[0] if names else "",
            )
    return None


def _added_from_outside(source: Source, names: Sequence[str]) -> ast.Call | None:
    """The ``layer.add_weight(name="kernelA")`` that made one of these, on a layer other than self."""
    last = {name.rpartition("/")[2] for name in names}
    for call in source.all(ast.Call):
        owner, _, method = dotted_name(call.func).rpartition(".")
        outside = owner not in ("", "self")
        if method == "add_weight" and outside and argument(call, "name") in last:
            return call
    return None

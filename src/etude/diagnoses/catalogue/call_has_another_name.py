"""
A layer or model of one's own has no `call`.

## Why it hurts
Keras runs a layer by its method `call`. One with another name, `forward` as PyTorch has it, `__call__` misspelt or `cal`, is never found, and the
program stops with the first data. (`__call__` itself belongs to Keras, which prepares the inputs there.)

## Example
    import keras
    import tensorflow as tf

    class Double(keras.layers.Layer):
        def forward(self, inputs):
            return 2 * inputs

    Double()(tf.ones((2, 3)))

## Instead
    import keras
    import tensorflow as tf

    class Double(keras.layers.Layer):
        def call(self, inputs):
            return 2 * inputs

    Double()(tf.ones((2, 3)))
"""

import re
from difflib import get_close_matches

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-5", "model-4", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ()

_SAID = re.compile(r"(?:Layer|Model) (?P<name>\w+) does not have a `call(?:\(\))?` method")
_OF_OTHERS = ("forward", "apply", "run", "predict")


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    own = {one.name: one for one in keras_classes(evidence.source)}.get(found["name"])
    methods = methods_of(own) if own is not None else {}
    near = [
        *get_close_matches("call", methods, n=1),
        *(one for one in _OF_OTHERS if one in methods),
    ]
    meant = methods[near[0]] if near else None
    return Finding(
        line=meant.lineno if meant is not None else own.lineno if own is not None else error.line,
        about=found["name"],
        evidence=f"{found['name']} has {', '.join(methods) or 'no methods'}, and no call",
        change=f"def call(self, ...): in the place of {meant.name}"
        if meant is not None
        else "define call(self, inputs), which returns what the layer gives",
    )

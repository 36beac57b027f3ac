"""
The `call` of a model takes several inputs side by side, and `fit` hands it one list.

## Why it hurts
Keras calls a model as `model(inputs)`: what `fit` or `predict` are given as `[a, b]` arrives as one list in the first
argument. A `call(self, a, b)` then lacks its second one, and the run stops with "missing a required argument".

## Example
    import keras
    import numpy as np


    class Two(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = keras.layers.Dense(1)

        def call(self, first, second):
            return self.dense(first + second)


    x = np.zeros((16, 4), "float32")
    model = Two()
    model.compile(optimizer="adam", loss="mse")
    model.fit([x, x], x[:, :1], epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np


    class Two(keras.Model):
        def __init__(self):
            super().__init__()
            self.dense = keras.layers.Dense(1)

        def call(self, inputs):
            first, second = inputs
            return self.dense(first + second)


    x = np.zeros((16, 4), "float32")
    model = Two()
    model.compile(optimizer="adam", loss="mse")
    model.fit([x, x], x[:, :1], epochs=2, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import class_around
from etude.diagnoses.stops import stop
from etude.diagnoses.subclasses import methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "model-3")
GUIDE = "TensorFlow guide: Making new layers and models via subclassing"
EXPLAINS = ("labels_do_not_match_outputs", "too_many_by_place")

_LACKING = re.compile(
    r"missing a required argument: '(?P<name>\w+)'"
    r"|call\(\) missing \d+ required positional arguments?: '(?P<other>\w+)'"
)


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    found = _LACKING.search(ended.error.message) if ended else None
    definition = class_around(evidence.source, ended.model.line) if ended else None
    if ended is None or found is None or definition is None:
        return None
    call = methods_of(definition).get("call")
    names = [one.arg for one in call.args.args[1:]] if call is not None else []
    if call is None or (found["name"] or found["other"]) not in names[1:]:
        return None
    given = [name for name in names if name not in ("training", "mask")]
    return Finding(
        line=call.lineno,
        about=definition.name,
        evidence=f"{definition.name}.call takes {', '.join(given)} one by one, and {ended.doing} in line {ended.line} hands a "
        "model all its inputs as one",
        change=f"def call(self, inputs), and {', '.join(given)} = inputs as its first line",
    )

"""
A `Sequential` model has been told the shape of its inputs, and is told another one.

## Why it hurts
`keras.Input` stands once, before the first layer. A second one further down describes nothing, since each layer learns its
input from the layer before, and `build` with another shape contradicts what is built already.

## Example
    import keras

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8)])
    model.build((None, 6))

## Instead
    import keras

    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(8)])
    model.summary()
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-2", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ()

_SAID = re.compile(
    r"has already been configured to use input shape (?P<known>\([^)]*\))\. "
    r"You cannot (?:build it with input_shape (?P<other>\([^)]*\))|add a different)"
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    known, other = found["known"], found["other"]
    if other:
        seen = f"the model takes inputs of shape {known}, and build tells it {other}"
        change = f"leave build out, the model is built already; or write the shape {other} into keras.Input, without its None"
    else:
        seen = (
            f"the model takes inputs of shape {known}, and line {error.line} hands it another Input"
        )
        change = (
            "keep the first Input alone: a layer learns its input from the layer before; two inputs side by side take "
            "the functional API, keras.Model([a, b], outputs)"
        )
    return Finding(line=error.line, evidence=seen, change=change)

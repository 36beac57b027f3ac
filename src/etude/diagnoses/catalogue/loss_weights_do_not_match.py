"""
`loss_weights` has another number of weights than there are losses, or is no list of numbers.

## Why it hurts
Each output of a model has a loss, and `loss_weights` says how much each of them counts: one number per output, in the order of
the outputs or under their names.

## Example
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    model = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(1)(inputs)])
    model.compile(optimizer="adam", loss=["mse", "mae"], loss_weights=[0.2, 0.3, 0.5])
    model.fit(np.random.rand(8, 4), [np.random.rand(8, 1), np.random.rand(8, 1)], verbose=0)

## Instead
    import keras
    import numpy as np

    inputs = keras.Input((4,))
    model = keras.Model(inputs, [keras.layers.Dense(1)(inputs), keras.layers.Dense(1)(inputs)])
    model.compile(optimizer="adam", loss=["mse", "mae"], loss_weights=[0.5, 0.5])
    model.fit(np.random.rand(8, 4), [np.random.rand(8, 1), np.random.rand(8, 1)], verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import call_line
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-8", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ()

_NUMBER = re.compile(
    r"`loss_weights` must match the number of losses, got (?P<losses>\d+) losses and (?P<weights>\d+)"
)
_LENGTHS = re.compile(  # Keras 3.6
    r"loss_weights length=(?P<weights>\d+), loss length=(?P<losses>\d+)"
)
_KIND = re.compile(
    r"Expected `loss_weights` argument to be a float.*loss_weights=(?P<given>.*) of type", re.DOTALL
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _NUMBER) or said(evidence, _LENGTHS) or said(evidence, _KIND)
    if stopped is None:
        return None
    error, found = stopped
    calls = [one for one in evidence.source.calls("compile") if one.lineno <= error.line]
    line = evidence.source.line_of_argument(calls[-1], "loss_weights") if calls else error.line
    if "losses" in found.groupdict():
        seen = (
            f"loss_weights has {found['weights']} weights, and there are {found['losses']} losses"
        )
        change = f"{found['losses']} numbers, one for each output in their order; or a dictionary with the names of the outputs"
    else:
        seen = f"loss_weights is {found['given']}, and takes numbers"
        change = "one number for each output, [1.0, 0.5]; for classes of different size class_weight={0: 1.0, 1: 5.0} in fit"
    return Finding(
        line=line or call_line(calls[-1]), about="loss_weights", evidence=seen, change=change
    )

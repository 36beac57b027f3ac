"""
`metrics` of `compile` is a text where Keras wants a list.

## Why it hurts
There may be several metrics, so Keras takes a list of them even for one: `metrics="accuracy"` is refused, at the first `fit`
rather than at `compile`.

## Example
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics="accuracy")
    model.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)

## Instead
    import keras
    import numpy as np

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(np.zeros((8, 4)), np.zeros((8, 1)), epochs=2, verbose=0)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-9", "dev-3")
GUIDE = "Keras API: Model training, compile"
EXPLAINS = ()

_SAID = re.compile(
    r"Expected `(?P<name>\w+)` argument to be a list.*Received instead: \w+=(?P<given>\S+)"
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        return None
    error, found = stopped
    name, given = found["name"], found["given"].strip(".,'\"")
    calls = [one for one in evidence.source.calls("compile") if one.lineno <= error.line]
    written = next((k.value for one in calls[-1:] for k in one.keywords if k.arg == name), None)
    if written is not None and not isinstance(written, ast.Constant):
        given = ast.unparse(written)
    line = evidence.source.line_of_argument(calls[-1], name) if calls else error.line
    return Finding(
        line=line,
        about=name,
        evidence=f"{name} is {given}, and Keras takes a list of them",
        change=f'{name}=["{given}"]'
        if isinstance(written, ast.Constant | None)
        else f"{name}=[{given}]",
    )

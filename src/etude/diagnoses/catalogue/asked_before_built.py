"""
A model is asked for its inputs, outputs or size before it has been built.

## Why it hurts
Without `Input` a Sequential model does not know the shape of its data, so its layers have no weights, no input and no
output until it is called on data for the first time. `count_params`, `model.input` and `layer.output` stop until
then.

## Example
    import keras

    model = keras.Sequential([keras.layers.Dense(4, activation="relu"), keras.layers.Dense(3)])
    features = keras.Model(model.inputs, model.layers[0].output)

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(4, activation="relu"),
        keras.layers.Dense(3),
    ])
    features = keras.Model(model.inputs, model.layers[0].output)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-7", "model-2", "dev-3")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ()

_SAID = (
    re.compile(
        r"layer (?P<name>\S+) has never been called and thus has no defined (?P<what>\w+put)"
    ),
    re.compile(r"model '(?P<name>[^']+)' has no defined (?P<what>\w+puts) yet"),
    re.compile(r"on layer '?(?P<name>[^',]+)'?, but the layer isn't built"),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = next((m for p in _SAID if error and (m := p.search(error.message))), None)
    if found is None or error is None:
        return None
    name, what = found["name"], found.groupdict().get("what", "size")
    return Finding(
        line=error.line,
        evidence=f"the {what} of {name} is asked for, and {name} has seen the shape of no data yet",
        change="begin the model with keras.Input(shape), or call it once on a batch before",
        about=name,
    )

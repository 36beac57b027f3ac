"""
A model is asked for its inputs, outputs or size before it has been built.

## Why it hurts
Without `Input` a Sequential model does not know the shape of its data, so its layers have no weights, no input and no
output until it is called on data for the first time. `count_params` and `layer.output` stop until then. In Keras 3 `output` and `input` of a
Sequential model itself stop even afterwards: they belong to its calls inside a larger model, and there have been none. Its own are
`model.outputs[0]` and `model.inputs[0]`.

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

_ONE_OF_A_CALL = ("input", "output")
_GIVEN_BY_KERAS = re.compile(r"sequential(_\d+)?")
_SAID = (
    re.compile(
        r"layer (?P<name>\S+) has never been called and thus has no defined (?P<what>\w+put)"
    ),
    re.compile(r"model '(?P<name>[^']+)' has no defined (?P<what>\w+puts|\w+put shape) yet"),
    re.compile(r"(?P<name>This model) has not yet been built\. Build the model first"),
    re.compile(r"(?P<name>The model) provided has not yet been built"),
    re.compile(r"on layer '?(?P<name>[^',]+)'?, but the layer isn't built"),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = next((m for p in _SAID if error and (m := p.search(error.message))), None)
    if found is None or error is None:
        return None
    name, what = (
        found["name"].replace("T", "t") if " " in found["name"] else found["name"],
        found.groupdict().get("what", "size"),
    )
    if what in _ONE_OF_A_CALL and _is_sequential(evidence, name):
        return _of_sequential(evidence, name, what, error.line)
    return Finding(
        line=error.line,
        evidence=f"the {what} of {name} is asked for, and {name} has seen the shape of no data yet",
        change="begin the model with keras.Input(shape), or call it once on a batch before",
        about=name,
    )


def _is_sequential(evidence: Evidence, name: str) -> bool:
    """By what was recorded of it; else by the name that Keras gives such a model."""
    kinds = [model.kind for model in evidence.models if model.name == name]
    return kinds[-1] == "sequential" if kinds else _GIVEN_BY_KERAS.fullmatch(name) is not None


def _of_sequential(evidence: Evidence, name: str, what: str, line: int) -> Finding:
    """Keras 3 gives these to what was called on a symbolic tensor; the model's own are lists."""
    built = any(model.inputs for model in evidence.models if model.name == name)
    begin = "" if built else "begin the model with keras.Input(shape), where it does not, and "
    return Finding(
        line=line,
        evidence=f"{name} is a Sequential model, and its .{what} is that of a call inside another model: there was none",
        change=f"{begin}ask for its .{what}s[0]: that is what .{what} was in Keras 2",
        about=name,
    )

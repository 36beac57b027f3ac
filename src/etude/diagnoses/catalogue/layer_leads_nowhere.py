"""
A layer is called, and nothing uses what it gave: it is not part of the network.

## Why it hurts
In the functional style each layer is handed what the one before made. When two lines in a row begin with the same tensor, or the
model ends in an earlier one, the layer between is made, called and forgotten. Nothing complains: the model
trains without it, and is smaller than its program reads.

## Example
    import keras
    import numpy as np
    from keras import layers

    x = np.random.default_rng(0).normal(size=(64, 8)).astype("float32")
    y = x[:, :1] * x[:, 1:2]

    inputs = keras.Input((8,))
    hidden = layers.Dense(32, activation="relu")(inputs)
    hidden = layers.Dense(16, activation="relu")(inputs)
    outputs = layers.Dense(1)(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import layers

    x = np.random.default_rng(0).normal(size=(64, 8)).astype("float32")
    y = x[:, :1] * x[:, 1:2]

    inputs = keras.Input((8,))
    hidden = layers.Dense(32, activation="relu")(inputs)
    hidden = layers.Dense(16, activation="relu")(hidden)
    outputs = layers.Dense(1)(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, epochs=2, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import spans
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.unused import LayerCall, Unused, unused_layers
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "model-4", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = (*NOTHING_LEARNED, "some_weights_get_no_gradient")


def match(evidence: Evidence) -> Finding | None:
    lines = {layer.line for model in evidence.models for layer in all_layers(model) if layer.line}
    for unused in unused_layers(evidence.source):
        if not _is_beside_network(unused, lines):
            continue
        if found := _overwritten(unused):
            return found
        if evidence.error is None:  # a program that stopped has not come to where it would use it
            return _forgotten(unused.call)
    return None


def _is_beside_network(unused: Unused, lines: set[int]) -> bool:
    """Whether the run made a network of the lines around it, and none of this one."""
    if unused.call.in_class:
        return bool(lines)
    joined = any(spans(one, line) for one in unused.around for line in lines)
    return joined and not any(spans(unused.call.statement, line) for line in lines)


def _overwritten(unused: Unused) -> Finding | None:
    call, anew = unused.call, unused.anew
    if anew is None:
        return None
    return Finding(
        line=anew.line,
        about=call.name,
        evidence=f"line {call.line} makes `{call.name}` of `{call.given}`, and line {anew.line} makes it anew of "
        f"`{anew.given}` before anything has used it: the layer of line {call.line} is in no model",
        change=f"hand `{call.name}` on in line {anew.line} instead of `{anew.given}`",
    )


def _forgotten(call: LayerCall) -> Finding:
    return Finding(
        line=call.line,
        about=call.name,
        evidence=f"line {call.line} makes `{call.name}` of `{call.given}`, and nothing below uses it: its layer is in no "
        "model",
        change=f"give `{call.name}` to the next layer or to keras.Model, or leave the line out",
    )

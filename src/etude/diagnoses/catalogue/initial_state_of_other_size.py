"""
A recurrent layer is to begin with a state of another size than it has units.

## Why it hurts
The state of a recurrent layer holds one number for each of its units. What an encoder hands to a decoder as `initial_state` must be
as long as the decoder has units. A `Bidirectional` encoder has a state for either direction: joined, they are twice as
long as its layer has units. Keras does not look at this when the model is built; only the first batch stops the program,
with "Dimensions must be equal" of a matrix that nobody has written.

## Example
    import keras
    import numpy as np
    from keras import layers

    source, target = keras.Input((6, 2)), keras.Input((4, 1))
    _, forward_h, forward_c, backward_h, backward_c = layers.Bidirectional(layers.LSTM(8, return_state=True))(source)
    h = layers.Concatenate()([forward_h, backward_h])
    c = layers.Concatenate()([forward_c, backward_c])
    steps = layers.LSTM(8, return_sequences=True)(target, initial_state=[h, c])
    model = keras.Model([source, target], layers.Dense(1)(steps))
    model.compile(optimizer="adam", loss="mse")
    model.fit([np.zeros((16, 6, 2)), np.zeros((16, 4, 1))], np.zeros((16, 4, 1)), verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import layers

    source, target = keras.Input((6, 2)), keras.Input((4, 1))
    _, forward_h, forward_c, backward_h, backward_c = layers.Bidirectional(layers.LSTM(8, return_state=True))(source)
    h = layers.Concatenate()([forward_h, backward_h])
    c = layers.Concatenate()([forward_c, backward_c])
    steps = layers.LSTM(16, return_sequences=True)(target, initial_state=[h, c])
    model = keras.Model([source, target], layers.Dense(1)(steps))
    model.compile(optimizer="adam", loss="mse")
    model.fit([np.zeros((16, 6, 2)), np.zeros((16, 4, 1))], np.zeros((16, 4, 1)), verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.refusals import RefusedState, refused_state
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Layer, Model

SEVERITY = Severity.ERROR
SKILLS = ("text-6", "series-5", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"
EXPLAINS = ("feature_count_differs", "operands_do_not_fit")

_DIRECTIONS = 2


def match(evidence: Evidence) -> Finding | None:
    refused = refused_state(evidence)
    if refused is None or evidence.error is None:
        return None
    found = _layer_of(evidence, refused)
    line = layer_line(evidence.source, *found) if found else evidence.error.line
    both = _joins_directions(evidence, refused)
    joined = f": both directions of a Bidirectional layer, {refused.units} each" if both else ""
    return Finding(
        line=line,
        about=refused.kind,
        evidence=f"{refused.kind} has {refused.units} units, and its initial state has {refused.given} numbers{joined}",
        change=f"{refused.kind}({refused.given}, ...) for the layer that takes up the state"
        f"{_OF_BOTH if both else _OR_SMALLER.format(refused.units)}",
    )


_OF_BOTH = ": twice the units of the Bidirectional layer; the Input of a state, where there is one, as long"
_OR_SMALLER = ", or hand it a state of {0} numbers: a Dense({0}) between makes one of the other"


def _layer_of(evidence: Evidence, refused: RefusedState) -> tuple[Model, Layer] | None:
    """The last such layer: who takes up a state comes after who gave it."""
    found = [
        (model, layer)
        for model in evidence.models
        for layer in model.layers
        if layer.kind == refused.kind and layer.config.get("units") == refused.units
    ]
    return found[-1] if found else None


def _joins_directions(evidence: Evidence, refused: RefusedState) -> bool:
    if refused.given != _DIRECTIONS * refused.units:
        return False
    return any(layer.kind == "Bidirectional" for model in evidence.models for layer in model.layers)

"""
A softmax stands in the middle of the network.

## Why it hurts
Softmax makes its outputs positive and lets them sum to 1: what one unit gains the others lose, and the
differences between many of them are tiny. Between layers that throws information away and lets next to no
gradient through. It belongs on the last layer of a classifier.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(32, activation="softmax"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(32, activation="relu"),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from collections.abc import Mapping, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.network import consumers, fed_by, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.WARNING
SKILLS = ("model-2", "model-6")
GUIDE = "Keras API: layer activation functions"
EXPLAINS = ("trained_too_short", "stuck_at_majority", "vanishing_gradients")

_FEATURES = ("Dense", "Conv1D", "Conv2D")
_PASS_ON = ("Dropout", "Flatten", "BatchNormalization", "MaxPooling1D", "MaxPooling2D")


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        users, outputs = consumers(model.layers), {output.path for output in model.outputs}
        for layer in model.layers:
            given_to = _next(layer, users)
            features = _features(model, layer)
            again = _again(layer, users)
            if features is not None and again is not None:
                return Finding(
                    line=layer_line(evidence.source, model, again),
                    evidence=f"{told(features)} ends in a softmax, and {told(again)} is another one behind it: shares of shares are "
                    "nearly all alike",
                    change="leave one of the two out",
                    about=model.name,
                )
            if features is not None and layer.name not in outputs and given_to is not None:
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    evidence=f"{told(features)} ends in a softmax and feeds {told(given_to)}",
                    change='use activation="relu" in hidden layers',
                    about=model.name,
                )
    return None


def _features(model: Model, layer: Layer) -> Layer | None:
    """The layer with weights whose values a softmax goes over, whether its own or a layer."""
    own = layer.config.get("activation") == "softmax"
    if own and layer.kind in _FEATURES:
        return layer
    sources = fed_by(model.layers, layer.name) if layer.kind == "Softmax" or own else ()
    before = find_layer(model.layers, sources[0]) if len(sources) == 1 else None
    return before if before is not None and before.kind in _FEATURES else None


def _again(layer: Layer, users: Mapping[str, Sequence[Layer]]) -> Layer | None:
    """A second softmax right behind this one."""
    following = list(users.get(layer.name, ()))
    one = following[0] if len(following) == 1 else None
    return one if one is not None and _is_softmax(one) and one.kind not in _FEATURES else None


def _is_softmax(layer: Layer) -> bool:
    return layer.kind == "Softmax" or layer.config.get("activation") == "softmax"


def _next(layer: Layer, users: Mapping[str, Sequence[Layer]]) -> Layer | None:
    """The layer with weights that alone learns from this one; gates and attention go elsewhere."""
    following = list(users.get(layer.name, ()))
    while len(following) == 1 and following[0].kind in _PASS_ON:
        following = list(users.get(following[0].name, ()))
    one = following[0] if len(following) == 1 else None
    return one if one is not None and one.kind in _FEATURES else None

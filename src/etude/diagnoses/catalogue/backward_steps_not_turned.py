"""
What a layer with go_backwards=True gives is laid beside steps that run forwards.

## Why it hurts
A recurrent layer that reads from the end gives its outputs in the order in which it reads: the first of them belongs to the
last step. Joined as it is with a layer that reads forwards, each step gets what was said about another one, the first about
the last, and a tagger hardly does better than without it. Nothing complains, since the shapes agree.
`Bidirectional` turns the outputs round by itself.

## Example
    import keras
    import numpy as np

    tokens = np.random.default_rng(0).integers(1, 30, (64, 10))
    labels = np.roll(tokens, -1, axis=1) % 2

    inputs = keras.Input((10,))
    words = keras.layers.Embedding(30, 8)(inputs)
    before = keras.layers.LSTM(8, return_sequences=True)(words)
    behind = keras.layers.LSTM(8, return_sequences=True, go_backwards=True)(words)
    both = keras.layers.Concatenate()([before, behind])
    model = keras.Model(inputs, keras.layers.Dense(2, activation="softmax")(both))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    tokens = np.random.default_rng(0).integers(1, 30, (64, 10))
    labels = np.roll(tokens, -1, axis=1) % 2

    inputs = keras.Input((10,))
    words = keras.layers.Embedding(30, 8)(inputs)
    both = keras.layers.Bidirectional(keras.layers.LSTM(8, return_sequences=True))(words)
    model = keras.Model(inputs, keras.layers.Dense(2, activation="softmax")(both))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(tokens, labels, verbose=0)
"""

from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.recurrence import RECURRENT
from etude.diagnoses.text import PASS_MASKS_ON, gives_sequences
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers, ancestors, consumers, fed_by, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("text-6", "series-5", "dev-3")
GUIDE = "Keras API: LSTM layer (go_backwards), Bidirectional layer"
EXPLAINS = ("trained_too_short",)

_JOIN = ("Concatenate", "Add", "Average", "Multiply", "Maximum", "Minimum", "Subtract")
# What gives a value for each step, in the order of the steps that it gets.
_KEEP_ORDER = (PASS_MASKS_ON - {*_JOIN}) | {"Embedding", "Bidirectional"}
# Here it matters which step stands beside which; pooling and Flatten do not care, a slice takes one step.
_STEP_BY_STEP = {
    "Dense",
    "TimeDistributed",
    "Conv1D",
    "Bidirectional",
    "MultiHeadAttention",
    *RECURRENT,
}
_ELEMENTWISE = {
    "Dropout",
    "SpatialDropout1D",
    "Activation",
    "LayerNormalization",
    "BatchNormalization",
}
_AXES = 3


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for layers in _graphs(model):
            for joint in layers:
                backward = _turned_beside_others(layers, joint)
                if backward is not None and _used_step_by_step(layers, joint):
                    return _finding(evidence, model, backward, joint)
    return None


def _graphs(model: Model) -> Iterator[Sequence[Layer]]:
    """The layers of a model, and those of each model inside it."""
    yield model.layers
    yield from (
        one.layers for one in all_layers(model) if one.layers and one.kind != "Bidirectional"
    )


def _turned_beside_others(layers: Sequence[Layer], joint: Layer) -> Layer | None:
    """The layer whose backward steps this one joins with steps that run forwards."""
    axis = joint.config.get("axis", -1)
    if joint.kind not in _JOIN or not joint.calls or axis not in (-1, _AXES - 1, None):
        return None
    paths = joint.calls[0]
    orders = {path: _order(layers, path) for path in paths}
    if set(orders.values()) != {1, -1}:
        return None
    backward = next(path for path, order in orders.items() if order < 0)
    behind = [find_layer(layers, path) for path in ancestors(layers, backward)]
    return next((one for one in behind if one is not None and _reads_backwards(one)), None)


def _order(layers: Sequence[Layer], path: str) -> int:
    """1 of steps that run forwards, -1 backwards, 0 where that is not known."""
    layer, paths = find_layer(layers, path), fed_by(layers, path)
    if layer is None or layer.kind == "InputLayer":
        return int(layer is not None)
    recurrent = layer.kind in (*RECURRENT, "Bidirectional")
    if not paths or (recurrent and not gives_sequences(layer)):
        return 0
    if layer.kind in (*RECURRENT, *_KEEP_ORDER):
        return _order(layers, paths[0]) * (-1 if _reads_backwards(layer) else 1)
    found = {_order(layers, one) for one in paths} if layer.kind in _JOIN else {0}
    return found.pop() if len(found) == 1 else 0


def _reads_backwards(layer: Layer) -> bool:
    return (
        layer.kind in RECURRENT
        and bool(layer.config.get("go_backwards"))
        and gives_sequences(layer)
    )


def _used_step_by_step(layers: Sequence[Layer], joint: Layer) -> bool:
    """Whether a layer behind it looks at what stands at one step."""
    after, waiting = consumers(layers), [joint.name]
    while waiting:
        for layer in after.get(waiting.pop(), ()):
            if layer.kind in _STEP_BY_STEP:
                return True
            waiting += [layer.name] if layer.kind in _ELEMENTWISE else []
    return False


def _finding(evidence: Evidence, model: Model, backward: Layer, joint: Layer) -> Finding:
    kind = backward.kind
    return Finding(
        line=layer_line(evidence.source, model, backward),
        about=backward.name,
        evidence=f"{kind} with go_backwards=True gives the last step first, and {joint.kind} lays that beside steps in "
        "their own order",
        change="turn its output round before, keras.ops.flip(x, axis=1); or let "
        f"keras.layers.Bidirectional({kind}(..., return_sequences=True)) do all of it",
    )

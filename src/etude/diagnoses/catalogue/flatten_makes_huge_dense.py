"""
Flattening a large feature map makes the dense layer after it enormous.

## Why it hurts
A dense layer has one weight for every pair of input value and unit. A map of 222 x 222 x 16 values is 788,544
inputs; times 32 units that is 25 million weights, 100 MB on disk and three times that while training with Adam.
Such a layer is slow, overfits, and is bound to one picture size.

## Example
    import keras

    model = keras.Sequential(
        [
            keras.Input((224, 224, 3)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.Flatten(),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )

## Instead
    import keras

    model = keras.Sequential(
        [
            keras.Input((224, 224, 3)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(32, activation="relu"),
            keras.layers.Dense(3, activation="softmax"),
        ]
    )
"""

from collections.abc import Iterator, Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.domain.finding import Finding, Severity
from etude.domain.network import fed_by, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.PERFORMANCE
SKILLS = ("dev-4", "image-1", "deploy-7")
GUIDE = "Keras API: global average pooling"

# 48 MB of float32. Courses that flatten 150 x 150 pictures after three poolings have 9.5 million.
_HUGE = 12_000_000
# VGG16 has three quarters of its weights in its first dense layer, on purpose.
_ALMOST_ALL = 0.9
_PASSED_OVER = ("Dropout", "BatchNormalization", "Activation", "ReLU")
_MB_PER_WEIGHT = 4 / 1e6


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for flatten, dense in _after_flatten(model.layers):
            if dense.parameters >= max(_HUGE, _ALMOST_ALL * model.parameters):
                return Finding(
                    line=layer_line(evidence.source, model, flatten),
                    evidence=(
                        f"{told(dense)} after flattening {_told(model, flatten)} has "
                        f"{dense.parameters:,} of the model's {model.parameters:,} weights, "
                        f"{dense.parameters * _MB_PER_WEIGHT:.0f} MB"
                    ),
                    change="use GlobalAveragePooling2D() instead of Flatten(), or pool more often before",
                    about=model.name,
                )
    return None


def _after_flatten(layers: Sequence[Layer]) -> Iterator[tuple[Layer, Layer]]:
    """Pairs of a Flatten and the dense layer it feeds, also inside models inside."""
    for layer in layers:
        if layer.kind == "Dense":
            flatten = _source(layers, layer.name)
            if flatten is not None and flatten.kind == "Flatten":
                yield flatten, layer
        yield from _after_flatten(layer.layers)


def _source(layers: Sequence[Layer], path: str) -> Layer | None:
    """What feeds this layer, over layers that change no shape."""
    sources = fed_by(layers, path)
    while len(sources) == 1:
        layer = find_layer(layers, sources[0])
        if layer is None or layer.kind not in _PASSED_OVER:
            return layer
        sources = fed_by(layers, sources[0])
    return None


def _told(model: Model, flatten: Layer) -> str:
    shape = flatten.output_shape
    return f"{shape[-1]:,} values" if shape and shape[-1] else f"the output of {model.name}"

"""
A layer joins a tensor with itself instead of with another one.

## Why it hurts
A residual block adds what came into it to what its convolutions made of that. Where the shortcut is taken after the
convolutions, both summands are the same tensor: the sum is twice the convolutions, the way past them is gone, and a deep network
trains as badly as one without shortcuts. `Concatenate` of a tensor with itself only says everything twice. All shapes fit.

## Example
    import keras
    from keras import layers

    inputs = keras.Input((8, 8, 4))
    x = layers.Conv2D(4, 3, padding="same")(inputs)
    shortcut = x
    x = layers.Add()([x, shortcut])
    model = keras.Model(inputs, layers.Dense(2)(layers.GlobalAveragePooling2D()(x)))
    model.compile(optimizer="adam", loss="mse")

## Instead
    import keras
    from keras import layers

    inputs = keras.Input((8, 8, 4))
    shortcut = inputs
    x = layers.Conv2D(4, 3, padding="same")(inputs)
    x = layers.Add()([x, shortcut])
    model = keras.Model(inputs, layers.Dense(2)(layers.GlobalAveragePooling2D()(x)))
    model.compile(optimizer="adam", loss="mse")
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import find_layer
from etude.domain.observations import Layer

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "image-1", "dev-3")
GUIDE = "Keras guide: The functional API"
EXPLAINS = NOTHING_LEARNED

# The product of a tensor with itself is its square, which is asked for on purpose.
_GIVES = {
    "Add": "twice that",
    "Average": "that again",
    "Concatenate": "that two times over",
    "Maximum": "that again",
    "Minimum": "that again",
    "Subtract": "zeros",
}


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for layer in model.layers:
            if layer.kind in _GIVES and layer.line and (path := _twice(model.layers, layer)):
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    about=layer.name,
                    evidence=f"{layer.name} is called on the output of {path} and on that same output: it gives "
                    f"{_GIVES[layer.kind]}",
                    change="keep the tensor for the shortcut before the layers that it leads past",
                )
    return None


def _twice(layers: Sequence[Layer], layer: Layer) -> str:
    """The one tensor that all of a call consists of; "" without one."""
    for call in layer.calls:
        source = find_layer(layers, call[0]) if len(call) > 1 and len(set(call)) == 1 else None
        if source is not None and _has_one_output(source):
            return call[0]
    return ""


def _has_one_output(layer: Layer) -> bool:
    """Two states of one recurrent layer have the same path."""
    shape = layer.output_shape
    return isinstance(shape, list | tuple) and not any(isinstance(n, list | tuple) for n in shape)

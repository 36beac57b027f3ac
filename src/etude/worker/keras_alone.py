"""Whether a model runs nothing but Keras's own code."""

from collections.abc import Iterator
from typing import Any

import keras


def is_keras_alone(model: Any) -> bool:
    """Whether no code of the learner's runs when the model does."""
    parts = [model, *parts_of(model)]
    return bool(getattr(model, "outputs", None)) and all(
        type(part).__module__.startswith("keras.") and not isinstance(part, keras.layers.Lambda)
        for part in parts
    )


def parts_of(model: Any) -> Iterator[Any]:
    """Layers, models and wrapped layers."""
    for layer in getattr(model, "layers", ()):
        yield layer
        inner = getattr(layer, "layer", None)
        if isinstance(inner, keras.layers.Layer):
            yield inner
        if isinstance(layer, keras.Model):
            yield from parts_of(layer)

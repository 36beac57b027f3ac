"""
A convolution has a handful of filters of enormous size: its first two arguments have changed places.

## Why it hurts
`Conv2D(filters, kernel_size)` wants the number of patterns first and their width second. `Conv2D(3, 32)` looks for
three patterns, each as large as the picture, where 32 patterns of 3 x 3 pixels were meant. With
`padding="same"` it runs without complaint: many times slower, and with next to nothing to tell classes apart by.

## Example
    import keras

    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        keras.layers.Conv2D(3, 32, padding="same", activation="relu"),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

## Instead
    import keras

    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        keras.layers.Conv2D(32, 3, padding="same", activation="relu"),
        keras.layers.GlobalMaxPooling2D(),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Layer

SEVERITY = Severity.SILENT
SKILLS = ("image-1", "dev-2", "dev-3")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = NOTHING_LEARNED

# The widths that people give a kernel. Colour, grey or a mask as output has as few filters, but no
# kernel wider than 9 (style transfer); the widest in keras.applications is 16, with 192 filters.
_WIDTHS = (1, 2, 3, 4, 5, 7)
_NUMBERS = (12, 16, 20, 24, 32, 48, 64, 96, 100, 128, 192, 256, 512)
_KINDS = ("Conv2D", "SeparableConv2D")


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for layer in all_layers(model):
            size = _swapped(layer)
            if size:
                filters = layer.config["filters"]
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    evidence=f"{layer.kind}({filters}, {size}) has {filters} filter"
                    f"{'s' if filters > 1 else ''} {size} pixels wide",
                    change=f"the number of filters comes first: {layer.kind}({size}, {filters})",
                    about=layer.name,
                )
    return None


def _swapped(layer: Layer) -> int:
    """The width that was meant for the number of filters; 0 when nothing looks swapped."""
    if layer.kind not in _KINDS or layer.config.get("filters") not in _WIDTHS:
        return 0
    sides = _sides(layer.config.get("kernel_size"))
    moves_by_one = set(_sides(layer.config.get("strides", 1))) <= {1, 2}
    square = len(set(sides)) == 1 and sides[0] in _NUMBERS
    return sides[0] if square and moves_by_one else 0


def _sides(value: object) -> list[int]:
    if isinstance(value, Sequence):
        return [int(side) for side in value]
    return [int(value)] if isinstance(value, int) else []

"""
Branches of a convolutional network are joined along the height or width instead of the channels.

## Why it hurts
Branches with kernels of different sizes look at the same picture; behind them each pixel should have the channels of all. `Concatenate(axis=1)` puts their pictures
below each other instead: one of three times the height, in which no layer sees two branches at the same place. (Halves of a picture that
were cut apart are joined that way on purpose.)

## Example
    import keras
    from keras import layers

    inputs = keras.Input((8, 8, 3))
    one = layers.Conv2D(4, 1, padding="same", activation="relu")(inputs)
    three = layers.Conv2D(4, 3, padding="same", activation="relu")(inputs)
    both = layers.Concatenate(axis=1)([one, three])
    model = keras.Model(inputs, layers.Dense(2)(layers.GlobalAveragePooling2D()(both)))
    model.compile(optimizer="adam", loss="mse")

## Instead
    import keras
    from keras import layers

    inputs = keras.Input((8, 8, 3))
    one = layers.Conv2D(4, 1, padding="same", activation="relu")(inputs)
    three = layers.Conv2D(4, 3, padding="same", activation="relu")(inputs)
    both = layers.Concatenate()([one, three])
    model = keras.Model(inputs, layers.Dense(2)(layers.GlobalAveragePooling2D()(both)))
    model.compile(optimizer="adam", loss="mse")
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.network import ancestors, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-3", "image-1", "dev-3")
GUIDE = "Keras API: Concatenate layer"
EXPLAINS = NOTHING_LEARNED

_KIND = "Concatenate"
_SIDES = {1: "height", 2: "width"}
_RANK = 4


def match(evidence: Evidence) -> Finding | None:
    for model in evidence.models:
        for layer in model.layers_of(_KIND):
            axis = int(layer.config.get("axis") or 0)
            branches = _branches(model, layer) if axis in _SIDES else []
            if len(branches) > 1 and _see_the_same(model, branches, axis):
                return Finding(
                    line=layer_line(evidence.source, model, layer),
                    about=layer.name,
                    evidence=f"{' and '.join(one.name for one in branches)} each give a whole picture of "
                    f"{_size(branches[0])}, and {layer.name} puts them one after the other along the {_SIDES[axis]}",
                    change="leave axis out, or axis=-1: then each pixel has the channels of all branches",
                )
    return None


def _branches(model: Model, layer: Layer) -> Sequence[Layer]:
    """The layers that are joined, when all give pictures of one size."""
    paths = layer.calls[0] if layer.calls else ()
    found = [one for path in paths if (one := find_layer(model.layers, path)) is not None]
    shapes = [one.output_shape for one in found]
    of_pictures = all(isinstance(s, list | tuple) and len(s) == _RANK for s in shapes)
    same = of_pictures and len({tuple(shape[1:3]) for shape in shapes}) == 1
    return found if same and len(found) == len(paths) else []


def _see_the_same(model: Model, branches: Sequence[Layer], axis: int) -> bool:
    """Whether they begin at one tensor that is as high, or wide, as each of them."""
    common = set.intersection(*(ancestors(model.layers, one.name) for one in branches))
    common -= {one.name for one in branches}
    sizes = [
        shape[axis]
        for path in common
        if (one := find_layer(model.layers, path)) is not None
        and isinstance(shape := one.output_shape, list | tuple)
        and len(shape) == _RANK
    ]
    return bool(sizes) and max(sizes, key=lambda n: n or 0) == branches[0].output_shape[axis]


def _size(layer: Layer) -> str:
    return " x ".join(str(size) for size in layer.output_shape[1:3])

"""
Halving and doubling do not lead back to the size that the picture had.

## Why it hurts
Pooling of an odd size drops or adds half a pixel: 25 becomes 12 or 13, and doubled again 24 or 26. What a decoder gives then
fits neither the picture that it is to repeat nor the features of the encoder that are joined to it. The same
happens when one convolution among the others lacks padding="same". A size that can be halved as often as the network does,
such as 32, 64 or 224, comes back.

## Example
    import keras
    import numpy as np
    from keras import layers

    pictures = np.random.default_rng(0).random((16, 28, 28, 1)).astype("float32")
    model = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(4, 3, strides=8, padding="same", activation="relu"),
        layers.UpSampling2D(8),
        layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, pictures, verbose=0)

## Instead
    import keras
    import numpy as np
    from keras import layers

    pictures = np.random.default_rng(0).random((16, 32, 32, 1)).astype("float32")
    model = keras.Sequential([
        keras.Input((32, 32, 1)),
        layers.Conv2D(4, 3, strides=8, padding="same", activation="relu"),
        layers.UpSampling2D(8),
        layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, pictures, verbose=0)
"""

import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.diagnoses.refusals import refused_branches, refused_targets
from etude.diagnoses.stops import stop
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers, fed_by, find_layer
from etude.domain.observations import Layer, Model

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "image-3", "model-7")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = ("picture_size_differs", "targets_of_other_width")

_ADDED = re.compile(r"cannot be broadcast together.*?\((?P<one>[\d, ]+)\).*?\((?P<other>[\d, ]+)\)")
_AXES = 4


def match(evidence: Evidence) -> Finding | None:
    message = evidence.error.message if evidence.error else ""
    refused = refused_targets(evidence)
    if refused is not None and len(refused.given) == len(refused.wanted) == _AXES:
        return _of_output(evidence, refused.wanted, refused.given)
    if branches := refused_branches(evidence):
        return _of_merge(evidence, branches)
    if found := _ADDED.search(message):
        # Without the batch axis: height, width, channels.
        return _of_merge(evidence, [[None, *_sizes(found[name])] for name in ("one", "other")])
    return None


def _of_output(
    evidence: Evidence, output: Sequence[int | None], target: Sequence[int | None]
) -> Finding | None:
    ended = stop(evidence)
    if ended is None or list(output[1:3]) == list(target[1:3]) or not _went_small(ended.model):
        return None
    layer = _uneven(ended.model)
    return Finding(
        line=layer_line(evidence.source, ended.model, layer) if layer else ended.line,
        about=ended.model.name,
        evidence=f"the targets are {_side(target)} and the output is {_side(output)}"
        + (
            f"; {told_kind(layer)} in line {layer.line} {_made(ended.model, layer)}"
            if layer
            else ""
        ),
        change=_CHANGE,
    )


_CHANGE = (
    "use pictures whose sides can be halved as often as the network does (pad or resize them), or cut the "
    'surplus off with Cropping2D; and give every convolution of the decoder padding="same"'
)


def _of_merge(evidence: Evidence, shapes: Sequence[Sequence[int | None]]) -> Finding | None:
    pictures = [shape for shape in shapes if len(shape) == _AXES]
    sides = {tuple(shape[1:3]) for shape in pictures}
    if len(pictures) != len(shapes) or len(sides) != 2 or evidence.error is None:
        return None
    return Finding(
        line=evidence.error.line,
        evidence=" and ".join(_side(shape) for shape in pictures)
        + " are to be joined: a side was halved with a remainder, or a convolution is not padded",
        change=_CHANGE,
    )


def told_kind(layer: Layer) -> str:
    """A layer with filters as ``told`` has it; pooling by its name."""
    return told(layer) if "filters" in layer.config else layer.kind


def _went_small(model: Model) -> bool:
    """Whether pictures become smaller and larger again on their way."""
    kinds = [layer.kind for layer in all_layers(model)]
    return any("UpSampling" in kind or "Transpose" in kind for kind in kinds)


def _uneven(model: Model) -> Layer | None:
    """The first layer that divides a side with a remainder."""
    for layer in all_layers(model):
        before, step = _input_side(model, layer), _step(layer)
        if before and step > 1 and before % step and "Transpose" not in layer.kind:
            return layer
    return None


def _input_side(model: Model, layer: Layer) -> int | None:
    sources = fed_by(model.layers, layer.name)
    source = find_layer(model.layers, sources[0]) if sources else None
    shape = source.output_shape if source else None
    if source is None and model.inputs:
        shape = model.inputs[0].shape
    return shape[1] if shape and len(shape) == _AXES and isinstance(shape[1], int) else None


def _step(layer: Layer) -> int:
    """How many pixels become one, downwards."""
    if "Pooling2D" not in layer.kind and "Conv2D" not in layer.kind:
        return 1
    step = layer.config.get("strides") or layer.config.get("pool_size") or 1
    first = step[0] if isinstance(step, Sequence) else step
    return int(first)


def _made(model: Model, layer: Layer) -> str:
    after = layer.output_shape[1] if layer.output_shape else "another number"
    return f"makes {after} of {_input_side(model, layer)} pixels"


def _side(shape: Sequence[int | None]) -> str:
    return f"{shape[1]} x {shape[2]}"


def _sizes(text: str) -> list[int | None]:
    return [int(part) if part.strip().isdigit() else None for part in text.split(",")]

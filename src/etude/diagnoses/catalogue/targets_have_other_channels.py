"""
Pictures are to be compared, and the targets have another number of channels than the output.

## Why it hurts
A mask has one channel. Read like a photograph, in colour, it has three equal ones, and the network that gives one
value for each pixel cannot be compared with it. An autoencoder of colour pictures must give three.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((8, 12, 12, 3)).astype("float32")
    masks = np.repeat(pictures[..., :1] > 0.5, 3, axis=-1).astype("float32")
    model = keras.Sequential([
        keras.Input((12, 12, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, masks, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).random((8, 12, 12, 3)).astype("float32")
    masks = (pictures[..., :1] > 0.5).astype("float32")
    model = keras.Sequential([
        keras.Input((12, 12, 3)), keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid")
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, masks, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line, told
from etude.diagnoses.refusals import refused_targets
from etude.diagnoses.source import Source, argument
from etude.diagnoses.stops import Stop, repeats_inputs, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Layer

SEVERITY = Severity.ERROR
SKILLS = ("image-1", "image-2", "model-7")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = (
    "predictions_broadcast_against_labels",
    "one_hot_depth_differs",
    "targets_of_other_width",
)

_AXES = 4
_COLOURS = (3, 4)
# What reads pictures -> what makes it read one channel.
_ONE_CHANNEL = {
    "flow_from_directory": ("color_mode", "grayscale"),
    "flow_from_dataframe": ("color_mode", "grayscale"),
    "load_img": ("color_mode", "grayscale"),
    "image_dataset_from_directory": ("color_mode", "grayscale"),
    "decode_png": ("channels", 1),
    "decode_jpeg": ("channels", 1),
    "decode_image": ("channels", 1),
}


def match(evidence: Evidence) -> Finding | None:
    shapes, ended = refused_targets(evidence), stop(evidence)
    if shapes is None or ended is None or len(shapes.wanted) != _AXES:
        return None
    targets, outputs = shapes.given[-1], shapes.wanted[-1]
    if shapes.given[:-1] != shapes.wanted[:-1] or targets not in _COLOURS or outputs != 1:
        return None
    own = repeats_inputs(ended.data[0])
    return Finding(
        line=layer_line(evidence.source, ended.model, _last_layer(ended))
        if own
        else _reading_line(evidence.source, ended),
        evidence=f"the targets have {targets} channels, and {told(_last_layer(ended))} gives {outputs}",
        change=f"give the last layer {targets} filters"
        if own
        else 'read the masks with one channel: color_mode="grayscale", or channels=1 when decoding; '
        f"only if the targets are pictures in colour give the last layer {targets} filters",
        about=ended.model.name,
    )


def _last_layer(ended: Stop) -> Layer | None:
    return ended.model.layers[-1] if ended.model.layers else None


def _reading_line(source: Source, ended: Stop) -> int:
    """The last call that reads pictures in colour: targets are read after the inputs."""
    return max((call.lineno for call in _in_colour(source)), default=ended.line)


def _in_colour(source: Source) -> Iterator[ast.Call]:
    for name, (word, one) in _ONE_CHANNEL.items():
        for call in source.calls(name):
            if argument(call, word) != one:
                yield call

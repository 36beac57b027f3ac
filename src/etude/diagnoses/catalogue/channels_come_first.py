"""
Pictures have their channels first, and the network takes the last axis for channels.

## Why it hurts
`Conv2D` reads (batch, height, width, channels). Of pictures stored as (batch, 3, 32, 32) it makes pictures three pixels high, 32 wide,
with 32 channels: its kernels slide over colours and rows, and each column counts as a colour of its own. A classifier trains
without an error, much worse than it could; an autoencoder gives pictures of another shape than its targets have.

## Example
    import keras
    import numpy as np

    images = np.random.default_rng(0).random((24, 3, 16, 16)).astype("float32")
    labels = np.random.default_rng(1).integers(0, 2, 24)

    model = keras.Sequential([
        keras.Input((3, 16, 16)),
        keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(images, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    images = np.random.default_rng(0).random((24, 3, 16, 16)).astype("float32")
    labels = np.random.default_rng(1).integers(0, 2, 24)
    images = np.transpose(images, (0, 2, 3, 1))

    model = keras.Sequential([
        keras.Input((16, 16, 3)),
        keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(images, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("image-1", "model-7", "dev-3")
GUIDE = "Keras API: Conv2D layer"
EXPLAINS = (
    *("channels_differ", "picture_size_not_restored", "one_hot_depth_differs"),
    *NOTHING_LEARNED,
)

_CHANNELS = (1, 3, 4)
_SMALLEST_SIDE = 8
_RANK = 4
_KEEP_AXES = ("InputLayer", "Rescaling", "Normalization", "Random", "BatchNormalization")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        layer = _first_convolution(fit.model) if _is_stored_so(fit.train) else None
        if layer is not None and layer.config.get("data_format") == "channels_last":
            sizes = fit.train.sample[0].shape[1:]
            return Finding(
                line=layer_line(evidence.source, fit.model, layer),
                about=layer.name,
                evidence=f"fit was given pictures of ({', '.join(map(str, sizes))}), and {layer.name} takes them for "
                f"{sizes[0]} pixel{'s' if sizes[0] > 1 else ''} high, {sizes[1]} wide, with {sizes[2]} channels",
                change="np.transpose(images, (0, 2, 3, 1)) moves the channels to the end; the model's input is "
                f"({sizes[1]}, {sizes[2]}, {sizes[0]}) then",
            )
    return None


def _is_stored_so(data: Data) -> bool:
    """(batch, channels, height, width): few channels, and square pictures behind them."""
    sample = data.part("0")
    if sample is None or len(sample.shape) != _RANK:
        return False
    _, channels, height, width = sample.shape
    return channels in _CHANNELS and height == width >= _SMALLEST_SIDE


def _first_convolution(model: Model) -> Layer | None:
    """The convolution that meets the pictures with their axes as they are."""
    for layer in model.layers if model.kind != "subclassed" else ():
        if not layer.kind.startswith(_KEEP_AXES):
            return layer if layer.kind == "Conv2D" else None
    return None

"""
Pixels are divided by 255 twice.

## Why it hurts
What is scaled already and scaled again lies between 0 and 0.004: to the network every picture is black.
Its first layer sees next to no differences, so it learns slowly or not at all, and nothing says why. A
`Rescaling` layer and EfficientNet, MobileNetV3 and ConvNeXt scale their inputs themselves.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (64, 16, 16, 3)) / 255.0
    labels = rng.integers(0, 3, 64)

    model = keras.Sequential([
        keras.Input((16, 16, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(loss="sparse_categorical_crossentropy")
    model.fit(images, labels, epochs=1, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    images = rng.integers(0, 256, (64, 16, 16, 3)).astype("float32")
    labels = rng.integers(0, 3, 64)

    model = keras.Sequential([
        keras.Input((16, 16, 3)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Conv2D(4, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(3, activation="softmax"),
    ])
    model.compile(loss="sparse_categorical_crossentropy")
    model.fit(images, labels, epochs=1, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.generators import makers, options
from etude.diagnoses.pixels import (
    line_of_pixels,
    pictures,
    scale_factors,
    scaled_twice,
    scaling_before_ready_model,
    scaling_layer,
    scalings,
    within_minus_one,
    within_one,
)
from etude.diagnoses.places import call_at, calls_around, layer_line
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Fit, Layer

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = NOTHING_LEARNED

_PREPARES = "preprocess_input"
_SCALES = "Rescaling"


def match(evidence: Evidence) -> Finding | None:
    return _by_generator(evidence.source) or _in_pixels(evidence) or _by_two_models(evidence)


def _by_generator(source: Source) -> Finding | None:
    """An ``ImageDataGenerator`` rescales what the network's own function has prepared."""
    for maker in makers(source):
        settings = options(source, maker) or {}
        prepares, rescale = settings.get("preprocessing_function"), settings.get("rescale")
        if prepares is None or rescale is None or not dotted_name(prepares).endswith(_PREPARES):
            continue
        return Finding(
            line=rescale.lineno,
            evidence=f"the generator prepares pixels by {dotted_name(prepares)} and then multiplies them by "
            f"the rescale of line {rescale.lineno}",
            change="leave rescale out: preprocess_input scales as the network wants it",
        )
    return None


def _in_pixels(evidence: Evidence) -> Finding | None:
    for data in [*evidence.training_data(), *evidence.validation_data()]:
        pixels = pictures(data)
        if pixels and scaled_twice(pixels):
            return _in_data(evidence, data, f"{pixels.low:.2g} and {pixels.high:.2g}")
    for fit in evidence.trainings:
        pixels, layer = pictures(fit.train), scaling_layer(fit.model, evidence.source)
        if pixels and layer and (within_one(pixels) or within_minus_one(pixels)):
            return _in_model(evidence, fit, layer, f"{pixels.low:.2g} and {pixels.high:.2g}")
    return None


def _by_two_models(evidence: Evidence) -> Finding | None:
    """A ready model that scales inside stands behind a layer that does so too, trained or not."""
    for model in evidence.models:
        layer = scaling_before_ready_model(model)
        if layer is not None:
            return Finding(
                line=layer_line(evidence.source, model, layer),
                about=layer.name,
                evidence=f"{layer.name} of {model.name} scales the pixels, and the network behind it does "
                "so again inside",
                change="take this layer out: the network takes pixels from 0 to 255",
            )
    return None


def _in_data(evidence: Evidence, data: Data, pixels: str) -> Finding:
    where = "what fit was given" if data.role == "fit" else f"the {data.role}"
    lines = scalings(evidence)
    again = f"; lines {lines[0]} and {lines[-1]} both scale them" if len(lines) > 1 else ""
    return Finding(
        line=lines[-1] if lines else line_of_pixels(evidence, data),
        about=data.role,
        evidence=f"the pixels in {where} lie between {pixels}{again}",
        change="scale them once: take this one out",
    )


def _in_model(evidence: Evidence, fit: Fit, layer: Layer, pixels: str) -> Finding:
    inside = f" inside {layer.name}" if layer.layers else ""
    ready = _ready_network(evidence.source, layer)
    own = sorted({*scalings(evidence), *scale_factors(evidence.source)} - {layer.line})
    return Finding(
        line=_line_to_take_out(layer, own, ready=bool(ready)) or fit.line,
        about=layer.name,
        evidence=f"fit was given pixels between {pixels}, and "
        + (f"{ready}, which scales its inputs itself, does" if ready else "the model scales them")
        + f"{' so' if ready else ''} again{inside}",
        change=f"take this scaling out: {ready} wants pixels from 0 to 255"
        if ready and own
        else "scale in one place only: best in the model, so that it takes pixels as they come",
    )


def _ready_network(source: Source, layer: Layer) -> str:
    """The function that made the layer inside a network of its own: "EfficientNetB0"; "" for one's own layers."""
    written = layer.kind != _SCALES or call_at(source, layer.line, _SCALES) is not None
    around = calls_around(source, layer.line) if layer.line and not written else []
    return last_name(around[0].func) if around else ""


def _line_to_take_out(layer: Layer, own: Sequence[int], *, ready: bool) -> int:
    """The layer or operation; of a ready model, which scales inside, what scales before it."""
    if layer.layers or ready:
        return own[0] if own else layer.line
    return layer.line or (own[-1] if own else 0)

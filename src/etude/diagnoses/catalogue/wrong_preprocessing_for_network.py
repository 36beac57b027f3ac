"""
A pretrained network gets pixels on another scale than the one it was trained on.

## Why it hurts
Each family of ready-made networks learned from pixels of its own kind: from -1 to 1, from 0 to 255 with blue
first, or from 0 to 255 and scaled inside. Given another scale its features mean little, fine-tuning starts
from nearly nothing, and no error says so. `preprocess_input` has to come from the module of the very network.

## Example
    import keras
    import numpy as np
    from keras.applications.resnet50 import preprocess_input

    pictures = np.random.default_rng(0).uniform(0, 255, (1, 32, 32, 3)).astype("float32")

    network = keras.applications.MobileNet(
        input_shape=(32, 32, 3), alpha=0.25, include_top=False, weights=None
    )
    network.save_weights("trained.weights.h5")  # where others download them
    network.load_weights("trained.weights.h5")
    features = network(preprocess_input(pictures))

## Instead
    import keras
    import numpy as np
    from keras.applications.mobilenet import preprocess_input

    pictures = np.random.default_rng(0).uniform(0, 255, (1, 32, 32, 3)).astype("float32")

    network = keras.applications.MobileNet(
        input_shape=(32, 32, 3), alpha=0.25, include_top=False, weights=None
    )
    network.save_weights("trained.weights.h5")  # where others download them
    network.load_weights("trained.weights.h5")
    features = network(preprocess_input(pictures))
"""

from collections.abc import Sequence

from etude.diagnoses.backbones import SCALES, Backbone, backbones
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import pictures, scalings, unscaled, within_one
from etude.diagnoses.source import Source
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Layer, Model

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "image-5", "dev-3")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = ("pixels_not_scaled", "pixels_scaled_twice", *NUMBERS_GONE_WRONG)

# Between 0 and 1, a network that wants -1 to 1 still sees the picture, if paler: whoever divided
# arrays may live with that. A Rescaling layer right before the network was written for it.
_LOST_WITHIN_ONE = ("caffe", "torch")
# Any of these in the source may bring the pixels to the right scale.
_MEANS = ("103.9", "123.6", "0.485")
_MAY_SCALE = (
    "preprocess_input",
    "Rescaling",
    "Normalization",
    "Lambda",
    "per_image_standardization",
)


_TO_MINUS_ONE = "-1 to 1"
_SMALLEST = 15  # VGG16 without its head has 19 layers


def match(evidence: Evidence) -> Finding | None:
    networks = backbones(evidence.source)
    if len({network.mode for network in networks}) != 1:
        return None
    network = networks[0]
    return (
        _of_another_family(evidence, network)
        or _by_a_layer(evidence, network)
        or _not_at_all(evidence, network)
    )


def _of_another_family(evidence: Evidence, network: Backbone) -> Finding | None:
    calls = evidence.calls_of("preprocess_input")
    modes = {call.arguments.get("mode") for call in calls}
    if not calls or network.mode in modes:
        return None
    made = SCALES[str(calls[0].arguments["mode"])]
    return Finding(
        line=calls[0].line,
        about=network.name,
        evidence=f"preprocess_input in line {calls[0].line} makes {made}; {network.name} in line "
        f"{network.line} was trained on {SCALES[network.mode]}",
        change=f"use the preprocess_input of {network.name}'s own module"
        if network.mode
        else f"leave preprocess_input out: {network.name} scales inside",
    )


def _by_a_layer(evidence: Evidence, network: Backbone) -> Finding | None:
    """A lone Rescaling layer before the network makes another scale than it was trained on."""
    others = [name for name in _MAY_SCALE if name != "Rescaling"]
    if _may_scale(evidence.source, others) or _scales_up(evidence.source):
        return None
    for fit in evidence.fits:
        pixels, layers = pictures(fit.train), fit.model.layers_of("Rescaling")
        if (
            pixels is None
            or not unscaled(pixels)
            or len(layers) != 1
            or not _has_network(fit.model)
        ):
            continue
        made = _made_by(layers[0])
        if made and not (network.mode == "tf" and made == _TO_MINUS_ONE):
            line = layers[0].line or evidence.source.line_of_call("Rescaling")
            return Finding(
                line=line,
                about=network.name,
                evidence=f"Rescaling in line {line} makes pixels from {made}; {network.name} in line "
                f"{network.line} was trained on {SCALES[network.mode]}",
                change=f"use the preprocess_input of {network.name}'s own module instead"
                if network.mode
                else f"leave Rescaling out: {network.name} scales inside",
            )
    return None


def _made_by(layer: Layer) -> str:
    """What a Rescaling layer makes of pixels from 0 to 255; empty for anything unusual."""
    scale, offset = layer.config.get("scale"), layer.config.get("offset")
    if not isinstance(scale, float) or not isinstance(offset, int | float):
        return ""
    ends = (round(offset, 1), round(255 * scale + offset, 1))
    return {(0.0, 1.0): "0 to 1", (-1.0, 1.0): _TO_MINUS_ONE}.get(ends, "")


def _has_network(model: Model) -> bool:
    """Whether a ready-made network is among the layers, or its layers are."""
    return len(model.layers) > _SMALLEST or any(len(one.layers) > _SMALLEST for one in model.layers)


def _not_at_all(evidence: Evidence, network: Backbone) -> Finding | None:
    if not network.mode or evidence.calls_of("preprocess_input"):
        return None
    if _may_scale(evidence.source, _MAY_SCALE):
        return None
    for fit in evidence.fits:
        got = _wrong_range(evidence, fit.train, network)
        if got:
            return Finding(
                line=fit.line,
                about=network.name,
                evidence=f"fit in line {fit.line} is given pixels from {got}; {network.name} in line "
                f"{network.line} was trained on {SCALES[network.mode]}",
                change=f"pass them through the preprocess_input of {network.name}'s own module",
            )
    return None


def _wrong_range(evidence: Evidence, data: Data, network: Backbone) -> str:
    pixels = pictures(data)
    if pixels is None:
        return ""
    if unscaled(pixels):
        return "" if scalings(evidence) else "0 to 255"
    lost = within_one(pixels) and network.mode in _LOST_WITHIN_ONE
    return "0 to 1" if lost and not _scales_up(evidence.source) else ""


def _may_scale(source: Source, names: Sequence[str]) -> bool:
    """Whether a layer, a function or the known means of the colours may do it in the model."""
    called = any(source.calls(name) for name in names)
    return called or any(mean in source.text for mean in _MEANS)


def _scales_up(source: Source) -> bool:
    return any("* 255" in line or "*255" in line for line in source.text.splitlines())

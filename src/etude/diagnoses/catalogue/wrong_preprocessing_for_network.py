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

from etude.diagnoses.backbones import SCALES, Backbone, backbones
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import pictures, scalings, unscaled, within_one
from etude.diagnoses.source import Source
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("model-14", "image-5", "dev-3")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = ("pixels_not_scaled", "pixels_scaled_twice", *NUMBERS_GONE_WRONG)

# Between 0 and 1, a network that wants -1 to 1 still sees the picture, if paler; the others do not.
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


def match(evidence: Evidence) -> Finding | None:
    networks = backbones(evidence.source)
    if len({network.mode for network in networks}) != 1:
        return None
    return _of_another_family(evidence, networks[0]) or _not_at_all(evidence, networks[0])


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


def _not_at_all(evidence: Evidence, network: Backbone) -> Finding | None:
    if not network.mode or evidence.calls_of("preprocess_input"):
        return None
    if _may_scale(evidence.source):
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


def _may_scale(source: Source) -> bool:
    """Whether a layer, a function or the known means of the colours may do it in the model."""
    called = any(source.calls(name) for name in _MAY_SCALE)
    return called or any(mean in source.text for mean in _MEANS)


def _scales_up(source: Source) -> bool:
    return any("* 255" in line or "*255" in line for line in source.text.splitlines())

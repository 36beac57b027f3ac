"""
A measure of likeness is told another range than that of the pixels.

## Why it hurts
`tf.image.ssim` and `tf.image.psnr` set differences in proportion to `max_val`, the span of the pixels. With `max_val=255` two pictures between 0 and 1
can hardly differ: SSIM is near 1 whatever they show, as a loss it has nothing to fall, and PSNR is 48 dB too high. With
`max_val=1` on pixels up to 255 it is the other way round.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).random((8, 16, 16, 1)).astype("float32")

    def unlike(targets, outputs):
        return 1 - tf.image.ssim(targets, outputs, max_val=255)

    model = keras.Sequential([keras.Input((16, 16, 1)), keras.layers.Conv2D(1, 3, padding="same")])
    model.compile(optimizer="adam", loss=unlike)
    model.fit(images, images, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).random((8, 16, 16, 1)).astype("float32")

    def unlike(targets, outputs):
        return 1 - tf.image.ssim(targets, outputs, max_val=1.0)

    model = keras.Sequential([keras.Input((16, 16, 1)), keras.layers.Conv2D(1, 3, padding="same")])
    model.compile(optimizer="adam", loss=unlike)
    model.fit(images, images, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import unscaled, within_one
from etude.diagnoses.source import Source, constant
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("train-2", "image-2", "dev-3")
GUIDE = "TensorFlow API: tf.image.ssim"
EXPLAINS = NOTHING_LEARNED

_MEASURES = ("tf.image.ssim", "tf.image.psnr")
_BYTES = (255, 255.0, 256)
# Outputs of a network overshoot pixels between 0 and 1; bytes go far beyond.
_BEYOND_ONE = 3.0


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls if not _multiplies_by_255(evidence.source) else ():
        if call.name not in _MEASURES or not _is_float(call) or _fits_what_came(call):
            continue
        for fit in evidence.fits:
            pixels, told = _compared(fit), call.arguments.get("max_val")
            if pixels is not None and _contradict(pixels, told):
                return Finding(
                    line=call.line,
                    about=call.name,
                    evidence=f"{call.name} was told max_val={told:g}, and the pictures that fit was given lie between "
                    f"{pixels.low:.3g} and {pixels.high:.3g}",
                    change="max_val=1.0" if within_one(pixels) else "max_val=255",
                )
    return None


def _compared(fit: Fit) -> TensorSample | None:
    """The pictures that outputs are compared with."""
    labels = fit.train.part("1")
    return labels if labels is not None and len(labels.shape) == 4 else None


def _contradict(pixels: TensorSample, told: object) -> bool:
    if not isinstance(told, int | float):
        return False
    return (told in _BYTES and within_one(pixels)) or (told == 1 and unscaled(pixels))


def _fits_what_came(call: Call) -> bool:
    """Pictures may be brought to another range for the measure than they are learned in."""
    highest, told = call.arguments.get("input_highest"), call.arguments.get("max_val")
    if not isinstance(highest, int | float) or not isinstance(told, int | float):
        return False
    return bool((highest > _BEYOND_ONE) == (told in _BYTES))


def _is_float(call: Call) -> bool:
    return str(call.arguments.get("input_dtype", "")).startswith("float")


def _multiplies_by_255(source: Source) -> bool:
    """Then pictures may be brought to the other range on their way to the measure."""
    products = source.all(ast.BinOp)
    return any(
        isinstance(node.op, ast.Mult)
        and any(constant(n) in _BYTES for n in (node.left, node.right))
        for node in products
    )

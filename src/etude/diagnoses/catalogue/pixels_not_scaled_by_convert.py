"""
convert_image_dtype does not scale images that are floats already.

## Why it hurts
`tf.image.convert_image_dtype` divides by 255 only when it turns integers into floats. `tf.image.resize`
returns floats between 0 and 255, so converting after it changes nothing, and the network is fed values a
hundred times too large: training is slow and noisy, and the first loss is huge.

## Example
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).integers(0, 256, (8, 32, 32, 3)).astype("uint8")

    def prepare(image):
        image = tf.image.resize(image, (16, 16))
        return tf.image.convert_image_dtype(image, tf.float32)

    training_data = tf.data.Dataset.from_tensor_slices(images).map(prepare).batch(4)

## Instead
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).integers(0, 256, (8, 32, 32, 3)).astype("uint8")

    def prepare(image):
        image = tf.image.convert_image_dtype(image, tf.float32)
        return tf.image.resize(image, (16, 16))

    training_data = tf.data.Dataset.from_tensor_slices(images).map(prepare).batch(4)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pixels import pictures, scaling_layer, unscaled
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4", "dev-3")
GUIDE = "TensorFlow API: tf.image.convert_image_dtype"
EXPLAINS = ("pixels_not_scaled",)


def match(evidence: Evidence) -> Finding | None:
    idle = [
        call
        for call in evidence.calls_of("tf.image.convert_image_dtype")
        if call.arguments.get("input_dtype", "").startswith("float")
    ]
    if not idle or any(scaling_layer(model, evidence.source) for model in evidence.models):
        return None
    for data in _reached(evidence):
        pixels = pictures(data)
        if pixels and pixels.dtype != "uint8" and unscaled(pixels):
            return _finding(idle, data, f"{pixels.low:.0f} and {pixels.high:.0f}")
    return None


def _reached(evidence: Evidence) -> Sequence[Data]:
    """Data on their way into a model; a raw dataset further up may well be unscaled."""
    found = [*evidence.training_data(), *evidence.validation_data()]
    return [data for data in found if data.kind == "dataset"]


def _finding(idle: Sequence[Call], data: Data, pixels: str) -> Finding:
    call = idle[0]
    where = "what fit was given" if data.role == "fit" else f"the {data.role}"
    return Finding(
        line=call.line,
        about=data.role,
        evidence=(
            f"the images are {call.arguments['input_dtype']} before line {call.line}, "
            f"and in {where} still lie between {pixels}"
        ),
        change="convert before resizing, or divide by 255.0 instead",
    )

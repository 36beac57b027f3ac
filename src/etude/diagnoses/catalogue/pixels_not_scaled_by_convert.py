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

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4")
GUIDE = "TensorFlow API: tf.image.convert_image_dtype"
EXPLAINS = ("pixels_not_scaled",)

# Scaled pictures stay within [-1, 1] or [0, 1]; 8-bit ones reach well over 10 in any batch.
_UNSCALED = 10.0


def match(evidence: Evidence) -> Finding | None:
    idle = [
        call
        for call in evidence.calls_of("tf.image.convert_image_dtype")
        if call.arguments.get("input_dtype", "").startswith("float")
    ]
    for data in evidence.datasets():
        pixels = data.part("0")
        if idle and pixels and pixels.high is not None and pixels.high > _UNSCALED:
            return Finding(
                line=idle[0].line,
                about=data.role,
                evidence=(
                    f"the images are {idle[0].arguments['input_dtype']} before line {idle[0].line}, "
                    f"and still between {pixels.low:.0f} and {pixels.high:.0f} in {data.role}"
                ),
                change="convert before resizing, or divide by 255.0 instead",
            )
    return None

"""
Brightness or contrast is drawn once for a whole batch.

## Why it hurts
`tf.image.random_brightness` and its kin draw one number for each call. In a `map` that comes after `batch` one call gets all pictures of the batch, so these are
all brightened alike: the network sees far fewer variants than there are pictures. (`tf.image.random_flip_left_right`
and the layers of Keras draw for each picture.)

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).random((16, 8, 8, 3)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices(images).batch(8)
    data = data.map(lambda x: tf.image.random_brightness(x, 0.2))

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).random((16, 8, 8, 3)).astype("float32")
    data = tf.data.Dataset.from_tensor_slices(images)
    data = data.map(lambda x: tf.image.random_brightness(x, 0.2)).batch(8)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.WARNING
SKILLS = ("image-4", "data-7")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ()

_DRAW_ONCE = tuple(
    f"tf.image.random_{what}" for what in ("brightness", "contrast", "hue", "saturation")
)
_RANK_OF_BATCH = 4


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls:
        shape = list(call.arguments.get("input_shape") or [])
        if call.name in _DRAW_ONCE and len(shape) == _RANK_OF_BATCH and shape[0] != 1:
            return Finding(
                line=call.line,
                about=call.name,
                evidence=f"{call.name} was called on a batch of pictures, "
                f"({', '.join('batch' if n is None else str(n) for n in shape)}), and draws one number for all of them",
                change="put this map before batch, or use the layer of Keras, which draws for each picture",
            )
    return None

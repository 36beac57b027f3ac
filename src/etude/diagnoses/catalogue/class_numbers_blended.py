"""
A mask of class numbers is resized smoothly, so that new classes appear between two others.

## Why it hurts
`tf.image.resize` takes means of neighbouring pixels. Half way between class 0 and class 2 that is 1, which is a class too, only another one: every
object of class 2 gets a rim of class 1 that nobody drew. Rounding does not help, for 1 is whole already. Masks are
resized with `method="nearest"`, which copies a pixel.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).random((8, 20, 20, 3)).astype("float32")
    masks = np.random.default_rng(1).integers(0, 3, (8, 20, 20, 1)).astype("uint8")

    def prepare(image, mask):
        return tf.image.resize(image, (16, 16)), tf.cast(tf.image.resize(mask, (16, 16)), tf.int32)

    data = tf.data.Dataset.from_tensor_slices((images, masks)).map(prepare).batch(4)
    model = keras.Sequential([keras.Input((16, 16, 3)), keras.layers.Conv2D(3, 1, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    images = np.random.default_rng(0).random((8, 20, 20, 3)).astype("float32")
    masks = np.random.default_rng(1).integers(0, 3, (8, 20, 20, 1)).astype("uint8")

    def prepare(image, mask):
        mask = tf.image.resize(mask, (16, 16), method="nearest")
        return tf.image.resize(image, (16, 16)), tf.cast(mask, tf.int32)

    data = tf.data.Dataset.from_tensor_slices((images, masks)).map(prepare).batch(4)
    model = keras.Sequential([keras.Input((16, 16, 3)), keras.layers.Conv2D(3, 1, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(data, verbose=0)
"""

from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data

SEVERITY = Severity.SILENT
SKILLS = ("image-3", "model-6", "data-5")
GUIDE = "TensorFlow tutorial: Image segmentation"
EXPLAINS = NOTHING_LEARNED

_NEAREST = "nearest"
_FEWEST_CLASSES, _FEWEST_AXES = 3, 3
_WHOLE = ("int", "uint")


def match(evidence: Evidence) -> Finding | None:
    for data in evidence.training_data():
        if not _labels_are_classes_of_pixels(data):
            continue
        for call in _smooth_on_one_channel(evidence, data):
            labels = data.part("1")
            classes = labels.distinct if labels is not None and labels.distinct else ()
            return Finding(
                line=call.line,
                evidence=f"the labels are class numbers of pixels, {', '.join(map(str, classes))}, and resize in line {call.line} "
                "takes means of neighbouring ones: between 0 and 2 comes a rim of 1",
                change=f'resize masks with method="{_NEAREST}"',
            )
    return None


def _labels_are_classes_of_pixels(data: Data) -> bool:
    labels = data.part("1")
    if labels is None or len(labels.shape) < _FEWEST_AXES or not labels.distinct:
        return False
    return len(labels.distinct) >= _FEWEST_CLASSES


def _smooth_on_one_channel(evidence: Evidence, data: Data) -> Iterator[Call]:
    """Resizings of whole numbers in one channel, where these can only be the masks."""
    resized = [call for call in evidence.calls_of("tf.image.resize") if not call.error]
    if any(_NEAREST in str(call.arguments.get("method", "")).lower() for call in resized):
        return
    pictures = data.part("0")
    in_colour = pictures is not None and len(pictures.shape) == 4 and pictures.shape[-1] > 1
    for call in resized if in_colour else ():
        shape = call.arguments.get("input_shape") or ()
        if shape and shape[-1] == 1 and str(call.arguments["input_dtype"]).startswith(_WHOLE):
            yield call

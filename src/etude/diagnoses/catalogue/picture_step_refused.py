"""
A step on pictures is given a size, a share or a picture that it cannot take.

## Why it hurts
`tf.image` resizes to two numbers, height and width; it cuts out only what lies inside a picture; and most of its steps want the
axis of the channels, so that a grey picture is `(height, width, 1)`. In a pipeline the first picture that is too small stops all
of it, often many batches after the start.

## Example
    import numpy as np
    import tensorflow as tf

    pictures = np.zeros((10, 24, 24, 3), "float32")
    data = tf.data.Dataset.from_tensor_slices(pictures)
    data = data.map(lambda picture: tf.image.random_crop(picture, (28, 28, 3)))
    print(next(iter(data)).shape)

## Instead
    import numpy as np
    import tensorflow as tf

    pictures = np.zeros((10, 24, 24, 3), "float32")
    data = tf.data.Dataset.from_tensor_slices(pictures)
    data = data.map(lambda picture: tf.image.random_crop(picture, (20, 20, 3)))
    print(next(iter(data)).shape)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-2", "image-3")
GUIDE = "TensorFlow tutorial: Data augmentation"
EXPLAINS = ()

_SMALLER = "crop less, or make the picture larger before: tf.image.resize(picture, (height, width)), tf.image.resize_with_crop_or_pad"
_SAYINGS = (
    Saying(
        r"'size' must be a 1-D Tensor of 2 elements",
        "the new size is not two numbers",
        "give the height and the width alone, (128, 128), without channels and without the batch",
    ),
    Saying(
        r"Need value\.shape >= size, got\W*(?P<has>\d+(?:,? \d+)*)\W+(?P<size>\d+(?:,? \d+)*)",
        "the part to cut out, ({size}), is larger than the picture, ({has})",
        f"{_SMALLER}; the size has as many numbers as the picture has axes",
    ),
    Saying(
        r"(?P<side>width|height) must be >= target \+ offset",
        "the part to cut out goes beyond the {side} of the picture",
        _SMALLER,
    ),
    Saying(
        r"central_fraction must be within \(0, 1\]",
        "the share of the picture to keep is not between 0 and 1",
        "0.8 keeps the middle four fifths of each side",
    ),
    Saying(
        r"'images?' \(shape \([^)]*\)\) must be at least three-dimensional",
        "the picture has no axis of channels",
        "picture[..., None] gives a grey picture one: (height, width, 1)",
    ),
    Saying(
        r"input must have (?P<wanted>\d+) channels but instead has (?P<given>\d+) channels",
        "this step wants {wanted} channels, and the picture has {given}",
        "tf.image.grayscale_to_rgb(picture) before it, tf.image.rgb_to_grayscale(picture) the other way round; or decode with channels={wanted}",
    ),
    Saying(
        r"seed must have shape \[2\]",
        "a stateless step wants a seed of two numbers",
        "seed=(1, 2); another pair for each picture, or all of them are changed alike",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)

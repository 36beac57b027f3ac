"""
A ready network is asked for with a size or a number of classes that it cannot have.

## Why it hurts
The networks of `keras.applications` come with weights for ImageNet: with their own classifier (`include_top=True`, which is what
they have by default) they take pictures of one size and know 1,000 classes. Without it any picture will do that is not smaller
than the network can halve. For classes of your own, leave the classifier out and put one of yours on top.

## Example
    import keras

    base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(28, 28, 3))

## Instead
    import keras

    base = keras.applications.MobileNetV2(weights=None, include_top=False, input_shape=(32, 32, 3))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-4", "model-7")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = ()

# What keras.applications say: what is seen in it, and what to do.
_SAID = (
    (
        re.compile(
            r"Input size must be at least (?P<size>\d+x\d+); Received: input_shape=(?P<given>\([^)]*\))"
        ),
        "the network wants pictures of {size} and more, and is built for {given}",
        "resize the pictures, keras.layers.Resizing or image_size= of the reader, and build it for that size",
    ),
    (
        re.compile(
            r"`input_shape` should be (?P<size>\([^)]*\))\.\s+Received: `?input_shape=(?P<given>\([^)]*\))"
        ),
        "with its own classifier the network takes {size}, and is built for {given}",
        "include_top=False, with GlobalAveragePooling2D and a Dense of your own after it",
    ),
    (
        re.compile(r"`classes` should be 1000\.\s+Received `?classes=(?P<given>\d+)"),
        "the weights of ImageNet are for 1000 classes, and {given} are asked for",
        'include_top=False, and after it GlobalAveragePooling2D and Dense({given}, activation="softmax") of your own',
    ),
    (
        re.compile(
            r"`decode_predictions` expects .*array with shape: (?P<given>\([^)]*\))", re.DOTALL
        ),
        "decode_predictions names the 1000 classes of ImageNet, and is given {given}",
        "take argmax over the last axis, and look the number up in class names of your own",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    for said, seen, change in _SAID if error is not None else ():
        if error is not None and (found := said.search(error.message)):
            told = found.groupdict()
            return Finding(
                line=_line(evidence.source, error.line),
                evidence=seen.format(**told),
                change=change.format(**told),
            )
    return None


def _line(source: Source, line: int) -> int:
    """Where the call on this line is given its size or its classes."""
    for call in calls_around(source, line):
        named = [one.arg for one in call.keywords if one.arg in ("input_shape", "classes")]
        if named:
            return source.line_of_argument(call, str(named[-1]))
    return line

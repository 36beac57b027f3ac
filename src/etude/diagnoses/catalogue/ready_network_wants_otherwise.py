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

import ast
import re
from dataclasses import replace

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source, spans
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-4", "model-7")
GUIDE = "TensorFlow tutorial: Transfer learning and fine-tuning"
EXPLAINS = ()

_TOO_SMALL = re.compile(
    r"Input size must be at least (?P<size>\d+x\d+); Received: input_shape=(?P<given>\([^)]*\))"
)
_WITH_TOP = re.compile(
    r"`input_shape` should be (?P<size>\([^)]*\))\.\s+Received: `?input_shape=(?P<given>\([^)]*\))"
)
_CLASSES = re.compile(r"`classes` should be 1000\.\s+Received `?classes=(?P<given>\d+)")
_DECODED = re.compile(
    r"`decode_predictions` expects .*array with shape: (?P<given>\([^)]*\))", re.DOTALL
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None:
        return None
    found = _too_small(error) or _with_top(error) or _other_classes(error) or _decoded(error)
    return replace(found, line=_line(evidence.source, error.line)) if found is not None else None


def _line(source: Source, line: int) -> int:
    """Where the call on this line is given its size or its classes."""
    for call in source.all(ast.Call):
        named = [one.arg for one in call.keywords if one.arg in ("input_shape", "classes")]
        if named and spans(call, line):
            return source.line_of_argument(call, str(named[-1]))
    return line


def _too_small(error: Error) -> Finding | None:
    found = _TOO_SMALL.search(error.message)
    if found is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"the network wants pictures of {found['size']} and more, and is built for {found['given']}",
        change="resize the pictures, keras.layers.Resizing or image_size= of the reader, and build it for that size",
    )


def _with_top(error: Error) -> Finding | None:
    found = _WITH_TOP.search(error.message)
    if found is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"with its own classifier the network takes {found['size']}, and is built for {found['given']}",
        change="include_top=False, with GlobalAveragePooling2D and a Dense of your own after it",
    )


def _other_classes(error: Error) -> Finding | None:
    found = _CLASSES.search(error.message)
    if found is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"the weights of ImageNet are for 1000 classes, and {found['given']} are asked for",
        change=f"include_top=False, and after it GlobalAveragePooling2D and Dense({found['given']}, "
        'activation="softmax") of your own',
    )


def _decoded(error: Error) -> Finding | None:
    found = _DECODED.search(error.message)
    if found is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"decode_predictions names the 1000 classes of ImageNet, and is given {found['given']}",
        change="take argmax over the last axis, and look the number up in class names of your own",
    )

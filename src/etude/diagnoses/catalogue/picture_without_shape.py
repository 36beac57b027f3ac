"""
`decode_image` gives pictures whose shape nobody knows.

## Why it hurts
It also reads animations, which have one axis more, so TensorFlow cannot tell even how many axes its result
has. `resize`, `batch` and the first layer need to know, and fail with a message about a missing shape.

## Example
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    files = tf.data.Dataset.from_tensors(picture)


    def prepare(content):
        image = tf.io.decode_image(content, channels=3)
        return tf.image.resize(image, (4, 4))


    pictures = files.map(prepare)

## Instead
    import numpy as np
    import tensorflow as tf

    picture = tf.io.encode_png(np.zeros((8, 8, 3), "uint8"))
    files = tf.data.Dataset.from_tensors(picture)


    def prepare(content):
        image = tf.io.decode_image(content, channels=3, expand_animations=False)
        return tf.image.resize(image, (4, 4))


    pictures = files.map(prepare)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("image-3", "data-1", "dev-3")
GUIDE = "TensorFlow API: tf.io.decode_image"
EXPLAINS = ()

_READS = "decode_image"
_WORDS = re.compile(
    r"no shape|unknown (rank|TensorShape|shape)|shape .*unknown|fully.defined", re.I
)
_POSITION = 4  # decode_image(contents, channels, dtype, name, expand_animations)


def match(evidence: Evidence) -> Finding | None:
    calls = [call for call in evidence.source.calls(_READS) if _may_be_animated(call)]
    for error in evidence.errors:
        if calls and _is_about_shape(error):
            line = call_line(calls[0])
            return Finding(
                line=line,
                evidence=f"decode_image in line {line} tells nothing about the shape, and line "
                f"{error.line} needs it",
                change="add expand_animations=False; or use decode_png or decode_jpeg",
            )
    return None


def _may_be_animated(call: ast.Call) -> bool:
    return argument(call, "expand_animations", _POSITION) is not False


def _is_about_shape(error: Error) -> bool:
    return error.type in ("ValueError", "TypeError") and bool(_WORDS.search(error.message))

"""
A generator gives elements of another shape than `from_generator` was told.

## Why it hurts
TensorFlow cannot look into a generator of Python, so `output_signature` tells it the shape and the dtype of one element: of one
example, without an axis for the batch. The first element that differs stops the pipeline. An axis of unknown size is None.

## Example
    import numpy as np
    import tensorflow as tf


    def rows():
        for row in np.zeros((10, 8), "float32"):
            yield row


    data = tf.data.Dataset.from_generator(rows, output_signature=tf.TensorSpec((10, 8)))
    print(next(iter(data)))

## Instead
    import numpy as np
    import tensorflow as tf


    def rows():
        for row in np.zeros((10, 8), "float32"):
            yield row


    data = tf.data.Dataset.from_generator(rows, output_signature=tf.TensorSpec((8,)))
    print(next(iter(data)))
"""

import re
from dataclasses import replace

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-7", "dev-3")
GUIDE = "TensorFlow API: tf.data.Dataset.from_generator"
EXPLAINS = ("rows_make_no_array",)

_SAID = re.compile(
    r"yielded an element of shape (?P<given>\([^)]*\)) where an element of shape (?P<told>\([^)]*\))"
)
# Elements of another structure or type.
_OTHERWISE = (
    Saying(
        r"`generator` yielded an element that (?:could not be converted to the expected type|did not match the expected structure).*?"
        r"(?:expected type|expected structure) was (?P<told>.{1,120}?),? but the yielded element was",
        "from_generator is told {told}, and the generator gives elements of another structure or type",
        "an output_signature that looks like one element: a tuple of tf.TensorSpec for (x, y), a dictionary of them for a dictionary",
    ),
)


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID)
    if stopped is None:
        otherwise = told(evidence, _OTHERWISE)
        return otherwise and replace(otherwise, line=_signature_line(evidence, otherwise.line))
    error, found = stopped
    return Finding(
        line=_signature_line(evidence, error.line),
        evidence=f"from_generator is told elements of shape {found['told']}, and the generator gives {found['given']}",
        change=f"tf.TensorSpec({found['given']}, ...) for what it gives; None for an axis whose size changes",
    )


def _signature_line(evidence: Evidence, line: int) -> int:
    """Where the elements are told, when one generator alone is used; else where it stopped."""
    calls = evidence.source.calls("from_generator")
    if len(calls) != 1:
        return line
    names = ("output_signature", "output_shapes")
    named = [k.value.lineno for k in calls[0].keywords if k.arg in names]
    return next(iter(named), calls[0].lineno)

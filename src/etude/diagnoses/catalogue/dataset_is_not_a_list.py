"""
A dataset is used like a list: indexed, or asked for a length that it does not know.

## Why it hurts
A dataset is a recipe for elements that come one after the other. It has no element number 3 before the
others have been made, and after `filter`, `flat_map`, `repeat` or from a generator it cannot say how many
there will be.

## Example
    import numpy as np
    import tensorflow as tf

    x = np.arange(40, dtype="float32")
    data = tf.data.Dataset.from_tensor_slices((x, 2 * x)).batch(8)
    first = data[0]

## Instead
    import numpy as np
    import tensorflow as tf

    x = np.arange(40, dtype="float32")
    data = tf.data.Dataset.from_tensor_slices((x, 2 * x)).batch(8)
    first = next(iter(data))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ()

_INDEXED = re.compile(r"'_?(\w*Dataset\w*)' object (?:is not subscriptable|does not support item)")
_NEXT = re.compile(
    r"'_?(\w*Dataset\w*)' object (?:is not an iterator|has no attribute '(?:next|__next__|get_next)')"
)
_UNCOUNTED = re.compile(r"dataset length is unknown|dataset is infinite", re.I)


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        if following := _NEXT.search(error.message):
            return Finding(
                line=error.line,
                evidence=f"line {error.line} asks a {following[1]} for its next element, which only an iterator of it knows",
                change="next(iter(data)) for the first; for more of them iterator = iter(data), once, and next(iterator)",
            )
        if error.type != "TypeError":
            continue
        indexed, uncounted = _INDEXED.search(error.message), _UNCOUNTED.search(error.message)
        if indexed:
            return Finding(
                line=error.line,
                evidence=f"line {error.line} takes an element of a {indexed[1]} by its number",
                change="take the first with next(iter(data)), others with data.skip(3).take(1)",
            )
        if uncounted:
            endless = "infinite" in uncounted[0].lower()
            why = "has no end" if endless else "does not know how many elements will come"
            return Finding(
                line=error.line,
                evidence=f"line {error.line} asks for the length of a dataset that {why}",
                change="ask before repeat()"
                if endless
                else "count once, with "
                "sum(1 for _ in data), or tell it with tf.data.experimental.assert_cardinality",
            )
    return None

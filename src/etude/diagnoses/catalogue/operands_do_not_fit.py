"""
Two arrays whose shapes do not fit are put together place by place, joined, or multiplied as matrices.

## Why it hurts
Place by place (`-`, `*`, `tf.square(a - b)`) wants the same size on each axis, or 1. A product of matrices wants as many columns
on the left as there are rows on the right, so that the order of the two matters: examples first, weights after. Of `(64, 8)` and
`(8, 1)` one order gives `(64, 1)`, the other stops.

## Example
    import numpy as np
    import tensorflow as tf

    features = tf.constant(np.zeros((64, 8), "float32"))
    weights = tf.Variable(tf.zeros((8, 1)))
    outputs = tf.matmul(weights, features)

## Instead
    import numpy as np
    import tensorflow as tf

    features = tf.constant(np.zeros((64, 8), "float32"))
    weights = tf.Variable(tf.zeros((8, 1)))
    outputs = tf.matmul(features, weights)
"""

import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import stop, told_shape
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "train-2")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ()

_BY_PLACE = (
    re.compile(r"Incompatible shapes: \[(?P<one>[\d,]*)\] vs\. \[(?P<other>[\d,]*)\]"),
    re.compile(
        r"operands could not be broadcast together with shapes \((?P<one>[\d,]*)\) \((?P<other>[\d,]*)\)"
    ),
)
_PRODUCT = (
    re.compile(r"In\[0\]: \[(?P<one>[\d,]+)\], In\[1\]: \[(?P<other>[\d,]+)\]"),
    re.compile(r"shapes \((?P<one>[\d,]+)\) and \((?P<other>[\d,]+)\) not aligned"),
)
_JOINED = (
    re.compile(r"shape\[0\] = \[(?P<one>[\d,]*)\] vs\. shape\[1\] = \[(?P<other>[\d,]*)\]"),
    re.compile(
        r"values\[0\]\.shape = \[(?P<one>[\d,]*)\] != values\[1\]\.shape = \[(?P<other>[\d,]*)\]"
    ),
)
# NumPy names the axis and the sizes, or how many axes there are.
_JOINED_IN_NUMPY = re.compile(
    r"must match exactly, but along dimension (?P<axis>\d+), the array at index 0 has size (?P<one>\d+) and the array "
    r"at index \d+ has size (?P<other>\d+)"
)
_MATRIX = 2


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    # What a model does with its own layers is another matter.
    if error is None or stop(evidence) is not None:
        return None
    for sayings, tell in ((_BY_PLACE, _by_place), (_PRODUCT, _product), (_JOINED, _joined)):
        for said in sayings:
            if found := said.search(error.message):
                return tell(error.line, _sizes(found["one"]), _sizes(found["other"]))
    if found := _JOINED_IN_NUMPY.search(error.message):
        seen = f"arrays are joined that have {found['one']} and {found['other']} places on axis {found['axis']}"
        return Finding(line=error.line, evidence=seen, change=_JOIN)
    return None


def _joined(line: int, one: Sequence[int], other: Sequence[int]) -> Finding:
    return Finding(
        line=line,
        evidence=f"{told_shape(one)} and {told_shape(other)} are to become one array",
        change=_JOIN,
    )


_JOIN = (
    "stack wants the same size on every axis, concat on all but the one that it joins along: name the axis on which they differ, "
    "or bring them to one size first"
)


def _by_place(line: int, one: Sequence[int], other: Sequence[int]) -> Finding:
    return Finding(
        line=line,
        evidence=f"{told_shape(one)} and {told_shape(other)} are put together place by place",
        change=_matched(one, other),
    )


def _matched(one: Sequence[int], other: Sequence[int]) -> str:
    if len(one) != len(other) and one[0] == other[0]:
        shorter = one if len(one) < len(other) else other
        return (
            f"give the one of shape {told_shape(shorter)} an axis of one at its end: x[..., None]"
        )
    if len(one) == len(other) and one[:-1] == other[:-1]:
        return f"one has {one[-1]} columns and the other {other[-1]}: make them alike where they come from, such as the units of the last layer"
    return "print both shapes before this line, and find the one that is not what you think"


def _product(line: int, one: Sequence[int], other: Sequence[int]) -> Finding:
    turned = len(one) == len(other) == _MATRIX and other[-1] == one[0]
    alike = len(one) == len(other) == _MATRIX and one[-1] == other[-1]
    change = "print both shapes before this line"
    if turned:
        change = "turn the two around: examples on the left, weights on the right"
    elif alike:
        change = "transpose the second one: tf.matmul(a, b, transpose_b=True), or a @ b.T"
    return Finding(
        line=line,
        evidence=f"{told_shape(one)} times {told_shape(other)} as matrices: the first has {one[-1]} columns, and the second "
        f"{other[0]} rows",
        change=change,
    )


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",") if size]

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
# Tensors of a model that is being built have shapes and no values; Keras tells about those by itself.
_OF_A_MODEL = (
    re.compile(r"Input shapes are: \[(?P<one>[^\]]*)\] and \[(?P<other>[^\]]*)\]"),
    re.compile(
        r"but received `?x1\.shape=\((?P<one>[^)]*)\)`? and `?x2\.shape=\((?P<other>[^)]*)\)"
    ),
    re.compile(
        r"element of shape \((?P<other>[^)]*)\),\s+which is different from the first\s+element's shape \((?P<one>[^)]*)\)"
    ),
)
# A loss that is called by itself.
_OF_A_LOSS = re.compile(
    r"must have (?:the same )?rank.*Received: target\.shape=\((?P<one>[^)]*)\), output\.shape=\((?P<other>[^)]*)\)",
    re.DOTALL,
)
_OF_A_MASK = re.compile(
    r"`mask` must be broadcastable.*inputs\.shape=\((?P<one>[^)]*)\), mask\.shape=\((?P<other>[^)]*)\)",
    re.DOTALL,
)
_MATRIX = 2


_Sizes = Sequence[int | None]


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    # What a model does with its own layers is another matter.
    if error is None or stop(evidence) is not None:
        return None
    for sayings, tell in ((_BY_PLACE, _by_place), (_PRODUCT, _product), (_JOINED, _joined)):
        for said in sayings:
            if found := said.search(error.message):
                return tell(error.line, _sizes(found["one"]), _sizes(found["other"]))
    for said, tell in zip(_OF_A_MODEL, (_by_place, _product, _joined), strict=True):
        if found := said.search(error.message):
            return tell(error.line, _open_sizes(found["one"]), _open_sizes(found["other"]))
    if found := _OF_A_MASK.search(error.message):
        return _masked(error.line, _open_sizes(found["one"]), _open_sizes(found["other"]))
    if found := _OF_A_LOSS.search(error.message):
        return _compared(error.line, _open_sizes(found["one"]), _open_sizes(found["other"]))
    if found := _JOINED_IN_NUMPY.search(error.message):
        seen = f"arrays are joined that have {found['one']} and {found['other']} places on axis {found['axis']}"
        return Finding(line=error.line, evidence=seen, change=_JOIN)
    return None


def _joined(line: int, one: _Sizes, other: _Sizes) -> Finding:
    return Finding(
        line=line,
        evidence=f"{told_shape(one)} and {told_shape(other)} are to become one array",
        change=_JOIN,
    )


_JOIN = (
    "stack wants the same size on every axis, concat on all but the one that it joins along: name the axis on which they differ, "
    "or bring them to one size first"
)


def _by_place(line: int, one: _Sizes, other: _Sizes) -> Finding:
    return Finding(
        line=line,
        evidence=f"{told_shape(one)} and {told_shape(other)} are put together place by place",
        change=_matched(one, other),
    )


def _masked(line: int, inputs: _Sizes, mask: _Sizes) -> Finding:
    return Finding(
        line=line,
        evidence=f"a mask of shape {told_shape(mask)} is laid over a tensor of shape {told_shape(inputs)}",
        change="make the mask of the same tensor, tokens != 0, with as many places along each axis, or one",
    )


def _compared(line: int, labels: _Sizes, outputs: _Sizes) -> Finding:
    """Labels and outputs of a loss, where one of them has an axis more."""
    classes = outputs[-1] if outputs else None
    change = _matched(labels, outputs)
    if len(labels) == len(outputs):  # only the sparse loss minds that
        change = "these labels are one-hot, so categorical_crossentropy; or their numbers: labels.argmax(axis=-1)"
    elif len(labels) < len(outputs) and classes != 1:
        change = f"class numbers take sparse_categorical_crossentropy; or make them one-hot: keras.ops.one_hot(labels, {classes})"
    return Finding(
        line=line,
        evidence=f"the loss compares labels of shape {told_shape(labels)} with outputs of shape {told_shape(outputs)}",
        change=change,
    )


def _matched(one: _Sizes, other: _Sizes) -> str:
    if len(one) != len(other) and one[:1] == other[:1]:
        shorter = one if len(one) < len(other) else other
        return (
            f"give the one of shape {told_shape(shorter)} an axis of one at its end: x[..., None]"
        )
    if len(one) == len(other) and one[:-1] == other[:-1]:
        return f"one has {one[-1]} columns and the other {other[-1]}: make them alike where they come from, such as the units of the last layer"
    return "print both shapes before this line, and find the one that is not what you think"


def _product(line: int, one: _Sizes, other: _Sizes) -> Finding:
    turned = len(one) == len(other) == _MATRIX and other[-1] == one[0]
    alike = len(one) == len(other) == _MATRIX and one[-1] == other[-1]
    change = "print both shapes before this line"
    if None in one:
        return _product_in_batches(line, one, other)
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


def _product_in_batches(line: int, one: _Sizes, other: _Sizes) -> Finding:
    """Of a model that is being built, each example with a matrix of its own."""
    alike = len(other) > _MATRIX and one[-1] == other[-1]
    turned = ", ".join(map(str, [*range(len(other) - 2), len(other) - 1, len(other) - 2]))
    return Finding(
        line=line,
        evidence=f"{told_shape(one)} times {told_shape(other)} as matrices: the last axis of the first has {one[-1]} places, and the "
        f"last but one of the second {other[-_MATRIX:][0]}",
        change=f"turn the last two axes of the second: keras.ops.transpose(b, ({turned}))"
        if alike
        else "bring these two to the same size, with a Dense of as many units before",
    )


def _open_sizes(text: str) -> list[int | None]:
    sizes = [size.strip() for size in text.split(",") if size.strip()]
    return [int(size) if size.isdecimal() else None for size in sizes]


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",") if size]

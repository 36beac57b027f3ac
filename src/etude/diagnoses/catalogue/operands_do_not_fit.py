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

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.clashes import Clash, Way, clash_of
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import full_name
from etude.diagnoses.operands import holder, named
from etude.diagnoses.source import Source, spans
from etude.diagnoses.stops import stop, told_shape
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "train-2")
GUIDE = "TensorFlow guide: Introduction to Tensors"
EXPLAINS = ()

# NumPy names the axis and the sizes, or how many axes there are.
_JOINED_IN_NUMPY = re.compile(
    r"must match exactly, but along dimension (?P<axis>\d+), the array at index 0 has size (?P<one>\d+) and the array "
    r"at index \d+ has size (?P<other>\d+)"
)
_JOINED_AT_ALL = re.compile(
    r"all (?:the )?input arrays must have (?:the )?same (?:shape|number of dimensions)"
)
_PRODUCT_IN_NUMPY = re.compile(
    r"core dimension \d+.*\(size (?P<rows>\d+) is different from (?P<columns>\d+)\)"
)
_EINSUM = re.compile(
    r"Expected dimension (?P<one>\d+) at axis (?P<axis>\d+) of the input shaped \[(?P<shape>[\d,]+)\] but got dimension (?P<other>\d+)"
)
_EINSUM_OF_GRAPH = re.compile(
    r"must be equal, but are (?P<one>\d+) and (?P<other>\d+) for '\{\{node [^}]*\}\} = Einsum"
)
_LETTERS = "give each operand as many letters as it has axes, in the order of its axes, and one letter only to axes of one size"
_LIBRARIES = ("tensorflow.", "tf.", "numpy.", "keras.ops.", "keras.backend.")
_MATRIX = 2
_JOIN = (
    "stack wants the same size on every axis, concat on all but the one that it joins along: name the axis on which they differ, "
    "or bring them to one size first"
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _is_own(evidence, error):
        return None
    if found := _JOINED_IN_NUMPY.search(error.message):
        seen = f"arrays are joined that have {found['one']} and {found['other']} places on axis {found['axis']}"
        return Finding(line=error.line, evidence=seen, change=_JOIN)
    if _JOINED_AT_ALL.search(error.message):
        seen = "arrays are joined that do not have the same shape, or not as many axes"
        return Finding(line=error.line, evidence=seen, change=_JOIN)
    if found := _EINSUM.search(error.message):
        return _einsum(error, found)
    if found := _EINSUM_OF_GRAPH.search(error.message):
        seen = f"a letter of einsum stands for {found['one']} places in one operand, and for {found['other']} in the other"
        return Finding(line=error.line, evidence=seen, change=_LETTERS)
    clash = clash_of(error)
    return _TOLD[clash.way](error, clash) if clash else _of_sizes(error)


def _of_sizes(error: Error) -> Finding | None:
    """A product of NumPy, which names two sizes and no shape."""
    found = _PRODUCT_IN_NUMPY.search(error.message)
    if found is None:
        return None
    return Finding(
        line=error.line,
        evidence=f"a product of matrices whose first has {found['columns']} columns, and the second {found['rows']} rows",
        change=f"the second must have {found['columns']} rows: b.T turns it around; or look at the order of the two",
    )


def _is_own(evidence: Evidence, error: Error) -> bool:
    """Whether the person's own line puts them together; what a layer of Keras does is another matter."""
    stopped = stop(evidence)
    if stopped is None:
        return True
    return stopped.line != error.line and _computes(evidence.source, error.line)


def _computes(source: Source, line: int) -> bool:
    kinds: tuple[type[ast.stmt | ast.expr], ...] = (ast.BinOp, ast.AugAssign, ast.Compare)
    if any(spans(node, line) for kind in kinds for node in source.all(kind)):
        return True
    calls = (call for call in source.all(ast.Call) if spans(call, line))
    return any(full_name(source, call.func).startswith(_LIBRARIES) for call in calls)


def _einsum(error: Error, found: re.Match[str]) -> Finding:
    shape = [int(size) for size in found["shape"].split(",")]
    return Finding(
        line=error.line,
        evidence=f"axis {found['axis']} of {named(error, shape)} has the letter of an axis with {found['one']} values, and has "
        f"{found['other']}",
        change=_LETTERS,
    )


def _joined(error: Error, clash: Clash) -> Finding:
    return Finding(
        line=error.line,
        evidence=f"{named(error, clash.one)} and {named(error, clash.other)} are to become one array",
        change=_JOIN,
    )


def _by_place(error: Error, clash: Clash) -> Finding:
    return Finding(
        line=error.line,
        evidence=f"{named(error, clash.one)} and {named(error, clash.other)} are put together place by place",
        change=_matched(error, clash.one, clash.other),
    )


def _matched(error: Error, one: Sequence[int | None], other: Sequence[int | None]) -> str:
    if len(one) != len(other) and one[:1] == other[:1]:
        shorter = min(one, other, key=len)
        name = holder(error, shorter) or "x"
        return f"give the one of shape {told_shape(shorter)} an axis of one at its end: {name}[..., None]"
    if len(one) == len(other) and one[:-1] == other[:-1]:
        return f"one has {one[-1]} columns and the other {other[-1]}: make them alike where they come from, such as the units of the last layer"
    if len(one) == len(other) and one[1:] == other[1:]:
        return f"one has {one[0]} rows and the other {other[0]}: make both of the same batch, as many as tf.shape(x)[0] says"
    shared = range(1, 1 + min(len(one), len(other)))
    axis = next((n for n in shared if _differ(one[-n], other[-n])), None)
    if axis is None:
        return "print both shapes before this line, and find the one that is not what you think"
    return (
        f"sizes are compared from the last axis on, where both must have the same or one of them 1: {one[-axis]} and {other[-axis]} "
        "are neither; bring one to the size of the other, or move its axes"
    )


def _differ(one: int | None, other: int | None) -> bool:
    return one != other and 1 not in (one, other)


def _product(error: Error, clash: Clash) -> Finding:
    one, other = clash.one, clash.other
    if None in one and len(other) > _MATRIX:
        return _product_in_batches(error, clash)
    matrices = len(one) == len(other) == _MATRIX
    change = (
        f"the second must have {one[-1]} rows: look at what made it, and at the order of the two"
    )
    if matrices and other[-1] == one[0]:
        change = "turn the two around: examples on the left, weights on the right"
    elif matrices and one[-1] == other[-1]:
        change = "transpose the second one: tf.matmul(a, b, transpose_b=True), or a @ b.T"
    return Finding(
        line=error.line,
        evidence=f"{named(error, one)} times {named(error, other)} as matrices: the first has {one[-1]} columns, and the second "
        f"{other[-2:][0]} rows",
        change=change,
    )


def _product_in_batches(error: Error, clash: Clash) -> Finding:
    """Of a model that is being built, each example with a matrix of its own."""
    one, other = clash.one, clash.other
    turned = ", ".join(map(str, [*range(len(other) - 2), len(other) - 1, len(other) - 2]))
    return Finding(
        line=error.line,
        evidence=f"{named(error, one)} times {named(error, other)} as matrices: the last axis of the first has {one[-1]} places, and the "
        f"last but one of the second {other[-_MATRIX:][0]}",
        change=f"turn the last two axes of the second: keras.ops.transpose(b, ({turned}))"
        if one[-1] == other[-1]
        else "bring these two to the same size, with a Dense of as many units before",
    )


def _masked(error: Error, clash: Clash) -> Finding:
    return Finding(
        line=error.line,
        evidence=f"a mask of shape {told_shape(clash.other)} is laid over a tensor of shape {told_shape(clash.one)}",
        change="make the mask of the same tensor, tokens != 0, with as many places along each axis, or one",
    )


def _compared(error: Error, clash: Clash) -> Finding:
    """Labels and outputs of a loss that is called by itself, where one of them has an axis more."""
    labels, outputs = clash.one, clash.other
    classes = outputs[-1] if outputs else None
    change = _matched(error, labels, outputs)
    if len(labels) == len(outputs):  # only the sparse loss minds that
        change = "these labels are one-hot, so categorical_crossentropy; or their numbers: labels.argmax(axis=-1)"
    elif len(labels) < len(outputs) and classes != 1:
        change = f"class numbers take sparse_categorical_crossentropy; or make them one-hot: keras.ops.one_hot(labels, {classes})"
    return Finding(
        line=error.line,
        evidence=f"the loss compares labels of shape {told_shape(labels)} with outputs of shape {told_shape(outputs)}",
        change=change,
    )


_TOLD = {
    Way.BY_PLACE: _by_place,
    Way.PRODUCT: _product,
    Way.JOINED: _joined,
    Way.MASKED: _masked,
    Way.COMPARED: _compared,
}

"""
Numbers of different types meet in one operation.

## Why it hurts
TensorFlow does not convert between types by itself as NumPy does: integers and floats, or float32 and NumPy's
float64, cannot be added or multiplied. Labels are often integers and predictions float32.

## Example
    import tensorflow as tf

    labels = tf.constant([0, 1, 1])
    predictions = tf.constant([0.2, 0.7, 0.9])
    print(tf.reduce_mean(tf.square(labels - predictions)))

## Instead
    import tensorflow as tf

    labels = tf.constant([0, 1, 1])
    predictions = tf.constant([0.2, 0.7, 0.9])
    print(tf.reduce_mean(tf.square(tf.cast(labels, tf.float32) - predictions)))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.operands import only
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-2", "train-1", "dev-3")
GUIDE = "TensorFlow guide: Introduction to tensors"
EXPLAINS = ()

# At once, in a graph, in a conversion and with a layer's weights: each has its own words.
_MET = (
    re.compile(r"was expected to be an? (?P<first>\w+) tensor but is an? (?P<second>\w+) tensor"),
    re.compile(r"has type (?P<second>\w+) that does not match type (?P<first>\w+) of argument"),
    re.compile(r"conversion requested dtype (?P<first>\w+) for Tensor with dtype (?P<second>\w+)"),
    re.compile(r"must have the same dtype, got tf\.(?P<first>\w+) != tf\.(?P<second>\w+)"),
    re.compile(r"requested to type (?P<first>\w+) for .{0,3}tf\.Variable of type (?P<second>\w+)"),
)
# A number of Python that is none of the tensor's.
_NUMBER = re.compile(
    r"Cannot convert (?P<number>-?[\d.]+(?:e-?\d+)?) to EagerTensor of dtype (?P<kind>\w+)"
)
_FRACTIONS = re.compile(
    r"Cannot convert (?P<numbers>\[[\d., \[\]e+-]{1,60}\]) to EagerTensor of dtype (?P<kind>u?int\d+)"
)
# An operation that takes other kinds of numbers only.
_NOT_ALLOWED = re.compile(
    r"(?:attr '\w+' of|has DataType) (?P<given>\w+) (?:is )?not in (?:the )?list of allowed values: (?P<allowed>[\w, ]+)"
)
_FLOATS = ("float", "float16", "bfloat16", "float32", "double", "float64", "half")
_SAME = {"float": "float32", "double": "float64", "half": "float16"}


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    alone = _of_one(error) if error else None
    if alone is not None:
        return alone
    found = next((m for p in _MET if error and (m := p.search(error.message))), None)
    if found is None or error is None:
        return None
    first, second = (_SAME.get(kind, kind) for kind in (found["first"], found["second"]))
    if "string" in (first, second):
        return None
    wanted = "float32" if "float32" in (first, second) else _the_float(first, second)
    other = second if wanted == first else first
    name = only(error, lambda one: one.dtype == other)
    return Finding(
        line=error.line,
        evidence=f"{first} and {second} meet in this operation{f', {name} is {other}' if name else ''}",
        change=f"convert the one that is no {wanted}: tf.cast({name or 'x'}, tf.{wanted})",
    )


def _of_one(error: Error) -> Finding | None:
    """One tensor, and a number or an operation that it does not go with."""
    if found := _NUMBER.search(error.message):
        if found["kind"] == "string":
            return Finding(
                line=error.line,
                evidence=f"{found['number']} meets a tensor of text",
                change="tf.strings.as_string(x) makes text of numbers, tf.strings.to_number(x) numbers of text",
            )
        return Finding(
            line=error.line,
            evidence=f"{found['number']} meets a tensor of whole numbers, {found['kind']}, which cannot hold it",
            change="make the tensor one of fractions first: tf.cast(x, tf.float32)",
        )
    if found := _FRACTIONS.search(error.message):
        return Finding(
            line=error.line,
            evidence=f"{found['numbers']} are to be {found['kind']}, which holds no fractions",
            change="dtype=tf.float32 keeps them as they are; for whole numbers round before, tf.cast(tf.round(x), tf.int32)",
        )
    found = _NOT_ALLOWED.search(error.message)
    if found is None or found["given"] == "string":
        return None
    given = _SAME.get(found["given"], found["given"])
    kind = "int32" if given in _FLOATS else "float32"
    return Finding(
        line=error.line,
        evidence=f"this operation takes {found['allowed'].strip()}, and gets {given}",
        change=f"tf.cast(x, tf.{kind}) before it",
    )


def _the_float(first: str, second: str) -> str:
    """Whole numbers are turned into floats, not the other way round."""
    return second if second in _FLOATS else first

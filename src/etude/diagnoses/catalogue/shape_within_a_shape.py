"""
One size of a shape is a whole shape.

## Why it hurts
`build` is given the shape of what comes in, `(None, 4)`, and a matrix of weights has as many rows as the last axis of that has places. Where the
whole shape is put in the place of one size, nothing can be made of it: a size is one number.

## Example
    import keras
    import tensorflow as tf

    class Linear(keras.layers.Layer):
        def build(self, input_shape):
            self.w = self.add_weight(shape=(input_shape, 3))

        def call(self, inputs):
            return inputs @ self.w

    Linear()(tf.ones((2, 4)))

## Instead
    import keras
    import tensorflow as tf

    class Linear(keras.layers.Layer):
        def build(self, input_shape):
            self.w = self.add_weight(shape=(input_shape[-1], 3))

        def call(self, inputs):
            return inputs @ self.w

    Linear()(tf.ones((2, 4)))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-5", "model-2", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("setting_out_of_range",)

_SAID = re.compile(
    r"Cannot convert '(?P<shape>[^']*)' to a shape\. Found invalid (?:dimension|entry) '(?P<entry>[(\[][^']*)'"
)

_SAID_BEFORE = re.compile(r"^Invalid dtype: tuple$")  # Keras 3.6


def match(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _SAID) or said(evidence, _SAID_BEFORE)
    if stopped is None:
        return None
    error, found = stopped
    written = next(_entries(evidence.source, error.line), "")
    known = found.groupdict()
    if not (known or written):
        return None
    return Finding(
        line=error.line,
        evidence=f"the shape {known['shape']} has {known['entry']} in the place of one size"
        if known
        else f"a shape has {written}, a shape itself, in the place of one size",
        change=f"one number: {written}[-1] for the last axis; or all of them, *{written}"
        if written
        else "one number for each axis: the last of a shape is shape[-1], and *shape puts all of them in",
    )


def _entries(source: Source, line: int) -> Iterator[str]:
    """What may be the shape among the entries of a tuple that a call on this line is given."""
    for call in calls_around(source, line):
        for given in [*call.args, *(one.value for one in call.keywords)]:
            for entry in given.elts if isinstance(given, ast.Tuple | ast.List) else ():
                if isinstance(entry, ast.Name | ast.Attribute):
                    yield ast.unparse(entry)

"""
A pipeline gives tensors of which not even the number of axes is known.

## Why it hurts
TensorFlow does not look into Python code: what comes out of `from_generator`, `py_function` or `numpy_function` has
the dtype that was promised, and no shape. Nor does `tf.io.parse_tensor` know what was serialized. A model has to know how many axes its inputs have before
it sees any, and stops with words about an unknown TensorShape that name neither the function nor the line.

## Example
    import keras
    import numpy as np
    import tensorflow as tf


    def examples():
        for label in range(8):
            yield np.full((4, 4, 1), label, "float32"), label % 2


    dataset = tf.data.Dataset.from_generator(
        examples,
        output_types=(tf.float32, tf.int32),
    ).batch(4)

    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(dataset, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf


    def examples():
        for label in range(8):
            yield np.full((4, 4, 1), label, "float32"), label % 2


    dataset = tf.data.Dataset.from_generator(
        examples,
        output_signature=(tf.TensorSpec((4, 4, 1), tf.float32), tf.TensorSpec((), tf.int32)),
    ).batch(4)

    model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(dataset, verbose=0)
"""

import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import call_line
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Stage

SEVERITY = Severity.ERROR
SKILLS = ("data-1", "data-2", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("picture_without_shape", "none_counted_with")

_PYTHON = ("py_function", "numpy_function", "py_func")
_OPS = ("PyFunc", "EagerPyFunc", "PyFuncStateless")
_PARSED = "ParseTensor"  # tf.io.parse_tensor, of bytes that can hold any shape
_SETS_SHAPE = ("set_shape", "ensure_shape", "reshape")
_WORDS = re.compile(
    r"unknown (?:TensorShape|rank)|no shape|rank (?:is )?(?:unknown|undefined)|shape .*unknown"
    r"|'NoneType' object is not (?:iterable|subscriptable)",
    re.IGNORECASE,
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _WORDS.search(error.message):
        return None
    return _in_pipeline(evidence, error) or _in_map(evidence, error)


def _in_pipeline(evidence: Evidence, error: Error) -> Finding | None:
    for data in evidence.datasets():
        stage = next(_without_shape(data), None)
        if stage is not None:
            line = stage.line or data.line
            return _finding(stage.op, line, error, parsed=_PARSED in stage.ops)
    return None


def _without_shape(data: Data) -> Iterator[Stage]:
    """The last stage of Python code, or that parses, when what comes out of the pipeline has a part without shape."""
    if any(spec.shape is None for spec in data.spec):
        for stage in reversed(data.stages):
            if stage.op == "from_generator" or set(stage.ops) & {*_OPS, _PARSED}:
                yield stage


def _in_map(evidence: Evidence, error: Error) -> Finding | None:
    """Within a mapped function, before there is a pipeline to look at."""
    source = evidence.source
    if any(source.calls(name) for name in _SETS_SHAPE):
        return None
    for name in _PYTHON:
        for call in source.calls(name):
            if call_line(call) <= error.line:
                return _finding(name, call_line(call), error)
    return None


def _finding(what: str, line: int, error: Error, *, parsed: bool = False) -> Finding:
    shown = "parse_tensor in the map" if parsed else what
    return Finding(
        line=line,
        about=what,
        evidence=f"{shown} in line {line} tells nothing about the shape, and line {error.line} needs it",
        change=_change(what, parsed=parsed),
    )


def _change(what: str, *, parsed: bool) -> str:
    if what == "from_generator":
        return "give output_signature=(tf.TensorSpec(shape, dtype), ...) in place of output_types"
    if parsed:
        return "say what was written: x = tf.ensure_shape(tf.io.parse_tensor(...), (height, width))"
    return "say the shape of its result: tensor.set_shape((height, width, channels))"

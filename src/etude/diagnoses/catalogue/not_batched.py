"""
The data are not batched, so the model gets one example at a time and takes its first axis for the batch.

## Why it hurts
A model works on batches: its first axis counts examples. A `tf.data` pipeline without `batch` hands over single
examples, whose first axis is something else: features, or the rows of a picture. The message then tells of
shapes, or of a convolution whose size has become negative. A Python generator that yields one picture after the other does
the same: what it yields is taken for a batch.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3
    training_data = tf.data.Dataset.from_tensor_slices((features, labels)).shuffle(32)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(training_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3
    training_data = tf.data.Dataset.from_tensor_slices((features, labels)).shuffle(32).batch(8)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(training_data, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import function_of
from etude.diagnoses.pipelines import batches, places
from etude.diagnoses.places import maker_of_data
from etude.diagnoses.refusals import refused_input
from etude.diagnoses.source import Source
from etude.diagnoses.stops import Stop, inputs_of, labels_of, matches, stop, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Model, TensorSpec

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "model-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = (
    *("channel_axis_missing", "channels_differ", "picture_size_differs", "feature_count_differs"),
    *("one_hot_labels_with_sparse_loss", "not_prefetched", "integer_labels_with_categorical_loss"),
    *("picture_shrinks_to_nothing", "axes_differ_from_input"),
)

_GENERATOR = "generator"  # the class of what a function with yield gives


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    for data in ended.data if ended else ():
        example = _one_example(data, ended.model) if ended else None
        if example is not None and ended is not None:
            return Finding(
                line=next((s.line for s in reversed(data.stages) if s.line), 0) or ended.line,
                evidence=f"the elements given to {data.role} have the shape "
                f"{told_shape(example.shape)}: one example, not a batch of them",
                change="end the pipeline with .batch(32)",
                about=data.role,
            )
    return _yielded_singly(evidence, ended) if ended else None


def _yielded_singly(evidence: Evidence, ended: Stop) -> Finding | None:
    """A generator's elements are not drawn to look at them; the model tells what it got."""
    shapes = refused_input(evidence)
    if shapes is None or all(data.type != _GENERATOR for data in ended.data):
        return None
    example = shapes.wanted[1:]
    if len(example) < 2 or not matches(shapes.given, example):
        return None
    return Finding(
        line=_yield_line(evidence.source, ended) or ended.line,
        evidence=f"the generator given to {ended.doing} in line {ended.line} yields one example {told_shape(example)} at a "
        "time, and the first of its axes was taken for the batch",
        change="yield batches of them: x[i : i + 32], y[i : i + 32] with range(0, len(x), 32); or one example as a batch of "
        "one, x[i][None]",
        about=ended.doing,
    )


def _yield_line(source: Source, ended: Stop) -> int:
    """The last ``yield`` of the function that made what the call was given; 0 when it is not found."""
    made = maker_of_data(source, ended.line, ended.doing)
    function = function_of(source, made.func) if made is not None else None
    inside = ast.walk(function) if function is not None else ()
    return max((n.lineno for n in inside if isinstance(n, ast.Yield)), default=0)


def _one_example(data: Data, model: Model) -> TensorSpec | None:
    """The input of a pipeline that yields single examples."""
    inputs = inputs_of(data)
    if data.kind != "dataset" or places(data, batches) or len(inputs) != 1:
        return None
    wanted = model.inputs[0].shape if len(model.inputs) == 1 else None
    lone_label = any(part.shape == [] for part in labels_of(data))
    if wanted is None:  # not built yet: a label without any axis says it
        return inputs[0] if lone_label else None
    return inputs[0] if matches(inputs[0].shape, list(wanted)[1:]) else None

"""
Labels and inputs have changed places.

## Why it hurts
Keras takes the first part of a pair for the inputs and the second for the labels. With (label, picture) the
model gets the labels, and the message tells of the shape of a batch of numbers, (None,).

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3
    training_data = tf.data.Dataset.from_tensor_slices((labels, features)).shuffle(32).batch(8)

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

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import Stop, inputs_of, labels_of, matches, stop, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, Model, TensorSpec

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "model-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = (
    *("one_hot_labels_with_sparse_loss", "integer_labels_with_categorical_loss"),
    *("predictions_broadcast_against_labels", "labels_out_of_range", "one_hot_depth_differs"),
    "binary_targets_out_of_range",
    *("channel_axis_missing", "feature_count_differs", "two_outputs_with_binary_loss"),
)


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    for data in ended.data if ended else ():
        if ended is not None and _is_swapped(data, ended):
            first, second = inputs_of(data)[0].shape, labels_of(data)[0].shape
            return Finding(
                line=_line(data, ended),
                evidence=f"the first part has the shape {told_shape(first)} and the second "
                f"{told_shape(second)}; {_taken(ended.model)}",
                change="put the inputs first and the labels second",
                about=data.role,
            )
    return None


def _is_swapped(data: Data, ended: Stop) -> bool:
    """The second part fits the model's input, and the first does not, but may be its labels."""
    inputs, labels = inputs_of(data), labels_of(data)
    if not len(inputs) == len(labels) == 1:
        return False
    if not ended.model.inputs:
        return _is_a_label(inputs[0]) and _is_an_example(labels[0])
    if len(ended.model.inputs) > 1:
        return False
    wanted = ended.model.inputs[0].shape
    fits = matches(labels[0].shape, wanted) and len(wanted or ()) > 1
    return fits and not matches(inputs[0].shape, wanted) and _may_be_labels(inputs[0], ended.model)


def _may_be_labels(tensor: TensorSpec, model: Model) -> bool:
    """Windows that came out too short look like nothing that the model gives, nor like its classes."""
    given = model.outputs[0].shape if len(model.outputs) == 1 else None
    as_many_axes = given is not None and len(tensor.shape or ()) == len(given)
    return not as_many_axes or matches(tensor.shape, given)


def _is_a_label(tensor: TensorSpec) -> bool:
    return len(tensor.shape or ()) == 1 and "int" in tensor.dtype


def _is_an_example(tensor: TensorSpec) -> bool:
    return len(tensor.shape or ()) > 1 and "float" in tensor.dtype


def _taken(model: Model) -> str:
    if not model.inputs:
        return "a network learns from the first"
    return f"the model takes {told_shape(model.inputs[0].shape)}"


def _line(data: Data, ended: Stop) -> int:
    """Where the pairs are made: the last stage with a function, else the source."""
    made = [stage.line for stage in data.stages if stage.op == "map"]
    made = made or [stage.line for stage in data.stages[:1]]
    return (made[-1] if made else 0) or ended.line

"""
The model has another number of inputs than it is given, or they have other names.

## Why it hurts
A model with two inputs takes a list of two arrays, or a dictionary with their names. In a dataset they must be one
part of the pair, ((a, b), labels): in (a, b, labels) Keras takes b for the labels and the labels for weights of
the examples.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    size, age = np.zeros((32, 3), "float32"), np.zeros((32, 1), "float32")
    price = np.zeros((32, 1), "float32")
    training_data = tf.data.Dataset.from_tensor_slices((size, age, price)).shuffle(32).batch(8)

    inputs = [keras.Input((3,)), keras.Input((1,))]
    output = keras.layers.Dense(1)(keras.layers.Concatenate()(inputs))
    model = keras.Model(inputs, output)
    model.compile(optimizer="adam", loss="mse")
    model.fit(training_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    size, age = np.zeros((32, 3), "float32"), np.zeros((32, 1), "float32")
    price = np.zeros((32, 1), "float32")
    training_data = tf.data.Dataset.from_tensor_slices(((size, age), price)).shuffle(32).batch(8)

    inputs = [keras.Input((3,)), keras.Input((1,))]
    output = keras.layers.Dense(1)(keras.layers.Concatenate()(inputs))
    model = keras.Model(inputs, output)
    model.compile(optimizer="adam", loss="mse")
    model.fit(training_data, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import Stop, inputs_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-7", "data-7")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ("predictions_broadcast_against_labels", "numbers_of_examples_differ")

_PAIR = 2


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    for data in ended.data if ended else ():
        seen = _seen(data, ended) if ended else ""
        if ended is not None and seen:
            return Finding(
                line=next((s.line for s in data.stages[:1] if s.line), 0) or ended.line,
                evidence=seen,
                change=_change(data, ended),
                about=data.role,
            )
    return None


def _seen(data: Data, ended: Stop) -> str:
    """How the inputs differ from the model's; "" when they do not, or nothing is known."""
    given, wanted = inputs_of(data), ended.model.inputs
    if not given or len(wanted) < _PAIR:
        return ""
    if missing := _missing_names(data, ended):
        keys = ", ".join(_keys(data))
        return f"the model has an input {missing[0]}, and the dictionary has {keys}"
    if len(given) == len(wanted) or _keys(data):
        return ""
    return f"the model has {len(wanted)} inputs, and {data.role} gives it {len(given)}"


def _missing_names(data: Data, ended: Stop) -> Sequence[str]:
    keys = _keys(data)
    names = [tensor.path for tensor in ended.model.inputs]
    return [name for name in names if name not in keys] if keys else []


def _keys(data: Data) -> Sequence[str]:
    """Of inputs that are a dictionary."""
    keys = [part.path.removeprefix("0/").split("/")[0] for part in inputs_of(data)]
    return [] if any(key.isdigit() for key in keys) else keys


def _change(data: Data, ended: Stop) -> str:
    names = ", ".join(f'"{tensor.path}": ...' for tensor in ended.model.inputs)
    if _keys(data):
        return f"use the names of the model's inputs: {{{names}}}"
    paths = [part.path for part in data.spec] or [part.path for part in data.sample]
    parts = {path.split("/")[0] for path in paths}
    if data.role != "predict" and len(parts) > _PAIR:
        return "put the inputs together into one part: ((first, second), labels)"
    return "give them as one list, [first, second], in the order of keras.Model(inputs=...)"

"""
The model has another number of inputs than it is given, or they have other names.

## Why it hurts
A model with two inputs takes a list of two arrays, or a dictionary with their names. In a dataset they must be one
part of the pair, ((a, b), labels): in (a, b, labels) Keras takes b for the labels and the labels for weights of
the examples. A zip of datasets that hold labels themselves gives ((a, labels), (b, labels)).

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
EXPLAINS = (
    *("predictions_broadcast_against_labels", "numbers_of_examples_differ"),
    *("axes_differ_from_input", "feature_count_differs"),
)

_PAIR = 2
_ZIP = "zip"


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    for data in ended.data if ended else ():
        seen = _seen(data, ended) if ended else ""
        if ended is not None and seen:
            return Finding(
                line=_line(data) or ended.line,
                evidence=seen,
                change=_change(data, ended),
                about=data.role,
            )
    return None


def _line(data: Data) -> int:
    """Where the dataset's parts were put together: a zip, else its source; 0 without."""
    zipped = [stage for stage in data.stages if stage.op == _ZIP]
    return next((stage.line for stage in [*zipped, *data.stages[:1]] if stage.line), 0)


def _seen(data: Data, ended: Stop) -> str:
    """How the inputs differ from the model's; "" when they do not, or nothing is known."""
    given, wanted = inputs_of(data), ended.model.inputs
    if not given or len(wanted) < _PAIR:
        return ""
    if missing := _missing_names(data, ended):
        keys = ", ".join(_keys(data))
        return f"the model has an input {missing[0]}, and the dictionary has {keys}"
    pairs = 0 if _keys(data) else _pairs(data)
    # Two inputs and two outputs may well come as two pairs.
    if pairs and len(ended.model.outputs) == 1:
        return (
            f"the model has {len(wanted)} inputs and one output, and {data.role} gives it {pairs} pairs from a zip: Keras "
            "takes the first pair for the inputs"
        )
    if len(given) == len(wanted) or _keys(data):
        return ""
    return f"the model has {len(wanted)} inputs, and {data.role} gives it {len(given)}"


def _pairs(data: Data) -> int:
    """How many datasets of (inputs, labels) were zipped as they are; 0 where they were not."""
    parts = _parts(data)
    is_zip = any(stage.op == _ZIP for stage in data.stages)
    every = {f"{part}/{half}" for part in parts for half in range(_PAIR)}
    return len(parts) if is_zip and _paths(data) == every and len(parts) >= _PAIR else 0


def _parts(data: Data) -> set[str]:
    """ "0" and "1" of (inputs, labels)."""
    return {path.split("/")[0] for path in _paths(data)}


def _paths(data: Data) -> set[str]:
    return {part.path for part in data.spec} or {part.path for part in data.sample}


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
    if pairs := _pairs(data):
        names = "abcdefgh"[:pairs]
        first = ", ".join(f"{name}[0]" for name in names)
        return f".map(lambda {', '.join(names)}: (({first}), a[1])) after the zip: the inputs as one part, and the labels once"
    if data.role != "predict" and len(_parts(data)) > _PAIR:
        return "put the inputs together into one part: ((first, second), labels)"
    return "give them as one list, [first, second], in the order of keras.Model(inputs=...)"

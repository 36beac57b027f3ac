"""
Text is given to a model in a form that it does not take.

## Why it hurts
Keras takes text only as a tensor or an array of objects: a list of strings means several inputs to it, and NumPy's
own arrays of text have a type, such as `<U12`, that it does not know. A model without a layer that turns text into
numbers takes no text at all.

## Example
    import keras
    import numpy as np

    numbers = keras.layers.TextVectorization(max_tokens=20, output_sequence_length=4)
    numbers.adapt(["a good film", "a bad film"])
    model = keras.Sequential([
        keras.Input((1,), dtype="string"),
        numbers,
        keras.layers.Embedding(20, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    print(model.predict(["a good film"], verbose=0))

## Instead
    import keras
    import tensorflow as tf

    numbers = keras.layers.TextVectorization(max_tokens=20, output_sequence_length=4)
    numbers.adapt(["a good film", "a bad film"])
    model = keras.Sequential([
        keras.Input((1,), dtype="string"),
        numbers,
        keras.layers.Embedding(20, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    print(model.predict(tf.constant(["a good film"]), verbose=0))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import READ_TEXT, Stop, inputs_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Model

SEVERITY = Severity.ERROR
SKILLS = ("text-1", "text-9", "dev-3")
GUIDE = "TensorFlow tutorial: Basic text classification"
EXPLAINS = ("python_list_as_data", "numbers_of_examples_differ")

_REFUSED = re.compile(
    r"Invalid dtype: (<U|str)\d*|Unrecognized data type|Cast string to \w+ is not supported"
)
_CALLED = re.compile(
    r"Only input tensors may be passed as positional .*of type <class 'str'>", re.DOTALL
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    ended = stop(evidence)
    if error is None:
        return None
    if ended is not None and _REFUSED.search(error.message) and _is_given_text(ended):
        reads = _reads_text(ended.model)
        return Finding(
            line=ended.line,
            evidence=f"{ended.doing} is given text"
            + ("" if reads else ", and no layer of the model turns text into numbers"),
            change=_AS_TENSOR if reads else _AS_NUMBERS,
            about=ended.doing,
        )
    if _CALLED.search(error.message):
        return Finding(
            line=error.line, evidence="a layer is called on Python strings", change=_AS_TENSOR
        )
    return None


_AS_TENSOR = "give it a tensor: tf.constant(texts); one text alone in a list: tf.constant([text])"
_AS_NUMBERS = (
    "begin the model with TextVectorization, or turn the text into numbers before; for columns of "
    "categories StringLookup"
)


def _is_given_text(ended: Stop) -> bool:
    parts = [part for data in ended.data for part in inputs_of(data)]
    return any(part.dtype == "string" for part in parts) or "of type <class 'str'>" in (
        ended.error.message
    )


def _reads_text(model: Model) -> bool:
    by_layer = any(layer.kind in READ_TEXT for layer in all_layers(model))
    return by_layer or any(tensor.dtype == "string" for tensor in model.inputs)

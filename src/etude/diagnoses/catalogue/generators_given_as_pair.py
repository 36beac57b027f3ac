"""
A pair of generators is given to `fit`, which wants one that gives pairs.

## Why it hurts
One generator of pictures and one of masks are two streams, and Keras reads one. It takes neither a tuple nor a list of
generators or datasets: they have to be joined, so that each step gives (inputs, labels).

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = tf.data.Dataset.from_tensor_slices(np.zeros((32, 4), "float32")).batch(8)
    labels = tf.data.Dataset.from_tensor_slices(np.zeros((32, 1), "float32")).batch(8)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit((inputs, labels), verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    inputs = tf.data.Dataset.from_tensor_slices(np.zeros((32, 4), "float32"))
    labels = tf.data.Dataset.from_tensor_slices(np.zeros((32, 1), "float32"))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    pairs = tf.data.Dataset.zip((inputs, labels)).shuffle(32).batch(8)
    model.fit(pairs, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import stop
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("data-6", "image-7", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("python_list_as_data", "numbers_of_examples_differ")

_PAIR = re.compile(
    r"Unrecognized data type: x=[(\[]<(?P<first>[^>]*?(?:\w*Iterator|generator|\w*Dataset)\b).*"
    r"\(of type <class '(?:tuple|list)'>\)",
    re.DOTALL,
)


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    found = _PAIR.search(ended.error.message) if ended else None
    if ended is None or found is None:
        return None
    kind = re.split(r"[ .]", found["first"])[-1].lstrip("_")
    return Finding(
        line=ended.line,
        evidence=f"{ended.doing} is given several of {kind} in a tuple or list, and takes one",
        change="join them: tf.data.Dataset.zip((inputs, labels))"
        if kind.endswith("Dataset")
        else "join them in a generator of pairs: def pairs(): yield from zip(inputs, labels), and give "
        "pairs() with steps_per_epoch",
        about=kind,
    )

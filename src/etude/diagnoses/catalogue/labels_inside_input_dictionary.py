"""
The labels are in one dictionary with the inputs, so fit finds no labels.

## Why it hurts
`fit` learns from pairs (inputs, labels). An element that is a dictionary is all input to it: the labels are
missing for the loss, and there is one input too many for the model. Data sets of tensorflow_datasets come so
unless they are loaded with `as_supervised=True`.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    columns = {"image": np.zeros((32, 8), "float32"), "label": np.arange(32) % 3}
    training_data = tf.data.Dataset.from_tensor_slices(columns).shuffle(32).batch(8)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(training_data, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    columns = {"image": np.zeros((32, 8), "float32"), "label": np.arange(32) % 3}
    training_data = tf.data.Dataset.from_tensor_slices(columns).shuffle(32).batch(8)
    training_data = training_data.map(lambda row: (row["image"], row["label"]))

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(training_data, verbose=0)
"""

from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import inputs_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.ERROR
SKILLS = ("data-7", "data-1", "dev-3")
GUIDE = "TensorFlow guide: tf.data, build TensorFlow input pipelines"
EXPLAINS = ("labels_missing", "not_prefetched")

_LABELS = ("label", "labels", "target", "targets", "y", "class", "classes")


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    if ended is None or ended.doing == "predict":
        return None
    for data in ended.data:
        keys = _keys(data)
        label = next((key for key in keys if key.lower() in _LABELS), None)
        if label is not None and len(keys) > 1:
            rest = [key for key in keys if key != label]
            return Finding(
                line=next((s.line for s in reversed(data.stages) if s.line), 0) or ended.line,
                evidence=f"each element is a dictionary with {', '.join(keys)}, and {ended.doing} "
                "takes pairs (inputs, labels)",
                change=_change(rest, label),
                about=data.role,
            )
    return None


def _keys(data: Data) -> Sequence[str]:
    """Of elements that are dictionaries; empty for pairs."""
    keys = dict.fromkeys(part.path.split("/")[0] for part in inputs_of(data))
    return [] if any(key.isdigit() for key in keys) else list(keys)


def _change(inputs: Sequence[str], label: str) -> str:
    if len(inputs) == 1:
        return f'data.map(lambda row: (row["{inputs[0]}"], row["{label}"]))'
    return f'take "{label}" out of the dictionary in a map that returns (row, label)'

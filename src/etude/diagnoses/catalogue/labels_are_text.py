"""
The labels are words, and a loss compares numbers.

## Why it hurts
Keras turns labels into a tensor of numbers before it computes anything. Text cannot become one: the run
stops with "Invalid dtype: str96" or "Cast string to float is not supported", neither of which mentions labels.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.array(["cat", "dog"] * 16)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    classes, labels = np.unique(np.array(["cat", "dog"] * 16), return_inverse=True)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(2, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.stops import Stop, labels_of, stop
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data, TensorSpec

SEVERITY = Severity.ERROR
SKILLS = ("model-6", "data-5", "dev-3")
GUIDE = "Keras API: StringLookup layer"
EXPLAINS = (
    "integer_labels_with_categorical_loss",
    "two_outputs_with_binary_loss",
    "words_among_numbers",
)

_TEXT = "string"
_NUMBER = (
    "number the classes from 0: classes, labels = np.unique(labels, return_inverse=True), or a StringLookup layer; "
    "keep the list of classes"
)
_TAKE_COLUMN = (
    'give as labels what is to be predicted, a column alone: y = table["..."]; words among them are numbered from 0, '
    "np.unique(labels, return_inverse=True)"
)
_SHOWN = 3


def match(evidence: Evidence) -> Finding | None:
    ended = stop(evidence)
    for data in ended.data if ended else ():
        part = next((part for part in labels_of(data) if part.dtype == _TEXT), None)
        if ended is not None and part is not None:
            return _finding(ended, data, part)
    return None


def _finding(ended: Stop, data: Data, part: TensorSpec) -> Finding:
    columns = part.shape[-1] if part.shape is not None and len(part.shape) > 1 else 1
    such_as = _such_as(data, part.path)
    if columns is not None and columns > 1:
        evidence = f"the labels given to {data.role} are a table of {columns} columns, and among them is text{such_as}"
    else:
        evidence = f"the labels given to {data.role} are text{such_as}"
    return Finding(
        line=ended.line,
        evidence=evidence,
        change=_NUMBER if columns == 1 else _TAKE_COLUMN,
        about=data.role,
    )


def _such_as(data: Data, path: str) -> str:
    sample = data.part(path)
    seen = list(sample.distinct or ()) if sample else []
    shown = ", ".join(f'"{word}"' for word in seen[:_SHOWN])
    return f": {shown}{', ...' if len(seen) > _SHOWN else ''}" if shown else ""

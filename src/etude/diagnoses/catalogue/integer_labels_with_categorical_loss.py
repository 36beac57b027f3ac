"""
Integer labels do not fit a categorical loss that is not sparse.

## Why it hurts
`categorical_crossentropy` compares each row of outputs with a one-hot row of labels, so both need the shape
`(batch, classes)`. With class numbers, shape `(batch,)`, Keras stops with a message about ranks or shapes.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 3

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.pipelines import LABEL_MODES
from etude.diagnoses.places import loss_line
from etude.diagnoses.source import Source, argument, call_line
from etude.diagnoses.stops import matches
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES

# Labels that are numbers; without the argument one reader gives them, the others rows.
_NUMBERS = {"class_mode": ("binary", "sparse"), "label_mode": ("binary", "int", None)}

SEVERITY = Severity.ERROR
SKILLS = ("model-8", "model-6", "data-5")
GUIDE = "Keras API: probabilistic losses"


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss not in ONE_HOT_LOSSES or output.head.units == 1:
            continue
        seen = _seen(output)
        if seen:
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence=f"{seen}, and {output.loss} wants one-hot rows",
                change=f"use sparse_categorical_crossentropy, or {_one_hot(evidence.source)}",
                about=output.model.name,
            )
    return None


def _one_hot(source: Source) -> str:
    """How the labels become rows: by what reads the pictures from folders, where that is written."""
    for reader, mode in LABEL_MODES.items():
        for call in source.calls(reader):
            if argument(call, mode) in _NUMBERS[mode]:
                return f'give {reader} in line {call_line(call)} {mode}="categorical"'
    return "turn the labels into one-hot rows"


def _seen(output: Output) -> str:
    numbers = next((labels for labels in output.labels if _are_numbers(labels, output)), None)
    if numbers is not None:
        values = f" with values {_listed(numbers.distinct)}" if numbers.distinct else ""
        return f"labels of shape {_shape(numbers.shape)}{values}"
    promised = output.label_kind == "integers" and not output.labels
    return "the labels are class numbers" if promised else ""


def _are_numbers(labels: Labels, output: Output) -> bool:
    """One class number per example, or per pixel where the output is a picture of classes."""
    if labels.is_one_number or labels.shape is None or output.head.shape is None:
        return labels.is_one_number
    places, given = list(output.head.shape)[:-1], list(labels.shape)
    return len(places) > 2 and matches(given, places if len(given) == len(places) else [*places, 1])


def _shape(shape: object) -> str:
    return str(tuple(shape)) if isinstance(shape, list | tuple) else "(None,)"


def _listed(values: object) -> str:
    shown = list(values) if isinstance(values, list | tuple) else []
    return ", ".join(map(str, shown[:4])) + (", ..." if len(shown) > 4 else "")

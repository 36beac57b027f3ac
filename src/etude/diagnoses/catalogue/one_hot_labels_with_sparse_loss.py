"""
One-hot labels do not fit a sparse loss.

## Why it hurts
`sparse_categorical_crossentropy` wants the number of the class for each example, shape `(batch,)`. One-hot
rows, shape `(batch, classes)`, belong to `categorical_crossentropy`. Keras stops with a message about ranks.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = keras.utils.to_categorical(np.arange(32) % 3, 3)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = keras.utils.to_categorical(np.arange(32) % 3, 3)

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(features, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.places import loss_line
from etude.diagnoses.stops import repeats_inputs, told_shape
from etude.domain.finding import Finding, Severity
from etude.domain.heads import SPARSE_LOSSES

SEVERITY = Severity.ERROR
SKILLS = ("model-8", "model-6", "data-5")
GUIDE = "Keras API: probabilistic losses"
EXPLAINS = ("labels_out_of_range",)


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss not in SPARSE_LOSSES:
            continue
        seen = _seen(output)
        if seen and _is_autoencoder(output):
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence=f"the targets are the inputs themselves, of shape {_told(output)}, and {output.loss} wants one "
                "class number per example",
                change='use "mse", or "binary_crossentropy" for values between 0 and 1 out of a sigmoid',
                about=output.model.name,
            )
        if seen:
            return Finding(
                line=loss_line(evidence.source, output.model),
                evidence=f"{seen}, and {output.loss} wants one class number per example",
                change="use categorical_crossentropy, or keep the labels as integers",
                about=output.model.name,
            )
    return None


def _is_autoencoder(output: Output) -> bool:
    return output.fit is not None and repeats_inputs(output.fit.train)


def _told(output: Output) -> str:
    return told_shape(output.labels[0].shape)


def _seen(output: Output) -> str:
    rows = next((labels for labels in output.labels if _is_one_hot(labels, output)), None)
    if rows is not None:
        return f"labels of shape {tuple(rows.shape or ())} for {output.head.units} outputs"
    return "the labels are one-hot rows" if output.label_kind == "one-hot" else ""


def _is_one_hot(labels: Labels, output: Output) -> bool:
    """As many columns as outputs, and as many axes."""
    units, shape = output.head.units, labels.shape
    if shape is None or units is None or units < 2 or len(shape) < 2 or shape[-1] != units:
        return False
    return len(shape) == (len(output.head.shape) if output.head.shape else 2)

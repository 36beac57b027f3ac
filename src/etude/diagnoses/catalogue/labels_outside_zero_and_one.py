"""
A binary cross-entropy meets labels that are not between 0 and 1.

## Why it hurts
Binary cross-entropy weighs the logarithms of p and of 1 - p with the label and with 1 - label. For labels such as
-1 or 255 one of these weights is below zero: the loss has no bottom, falls below zero and on, and the outputs are
pushed to one end. An accuracy compares with 0 and 1 and finds few matches.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    labels = np.sign(inputs[:, :1])

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    inputs = rng.normal(size=(64, 3)).astype("float32")
    labels = (inputs[:, :1] > 0).astype("float32")

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, outputs
from etude.diagnoses.series import label_line
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES

SEVERITY = Severity.SILENT
SKILLS = ("model-6", "model-7", "dev-3")
GUIDE = "Keras API: probabilistic losses (BinaryCrossentropy)"
EXPLAINS = NUMBERS_GONE_WRONG

_ROUNDING = 1e-3


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        if output.loss not in BINARY_LOSSES or output.fit is None:
            continue
        for labels in output.labels:
            if labels.low is None or labels.high is None or not _is_outside(labels):
                continue
            return Finding(
                line=label_line(evidence.source, output.fit),
                evidence=f"the labels given to {labels.role} go from {labels.low:g} to {labels.high:g}, and "
                f"{output.loss} is for numbers from 0 to 1",
                change=_change(labels.low, labels.high),
                about=output.model.name,
            )
    return None


def _is_outside(labels: Labels) -> bool:
    low, high = labels.low or 0.0, labels.high or 0.0
    return low < -_ROUNDING or high > 1 + _ROUNDING


def _change(low: float, high: float) -> str:
    if (low, high) == (-1, 1):
        return "make them 0 and 1: labels = (labels + 1) / 2; or use a hinge loss with tanh"
    if low == 0 and high == 255:
        return "divide the labels by 255"
    if (low, high) == (1, 2):
        return "make them 0 and 1: labels = labels - 1"
    return "make the labels 0 and 1; for several classes use sparse_categorical_crossentropy"

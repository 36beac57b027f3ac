"""
The last activation cannot reach the values that the model should predict.

## Why it hurts
Sigmoid and softmax stay between 0 and 1, tanh between -1 and 1, and ReLU never goes below 0. Targets outside
that range cannot be hit however long the model trains: the loss falls to a floor and stays there.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(64, 3)).astype("float32")
    prices = 20 + features.sum(axis=1, keepdims=True)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="mse")
    model.fit(features, prices, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    features = rng.normal(size=(64, 3)).astype("float32")
    prices = 20 + features.sum(axis=1, keepdims=True)

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(features, prices, verbose=0)
"""

import math
from collections.abc import Mapping

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import Labels, Output, outputs
from etude.diagnoses.pixels import pictures
from etude.diagnoses.places import activation_line, told
from etude.diagnoses.recurrence import RECURRENT
from etude.diagnoses.symptoms import NUMBERS_GONE_WRONG
from etude.domain.finding import Finding, Severity
from etude.domain.heads import REGRESSION_LOSSES, Head, Rescaled, before_rescaling

SEVERITY = Severity.SILENT
SKILLS = ("model-1", "model-8", "series-5")
GUIDE = "TensorFlow tutorial: basic regression"
EXPLAINS = NUMBERS_GONE_WRONG

_RANGES: Mapping[str, tuple[float, float]] = {
    "sigmoid": (0.0, 1.0),
    "hard_sigmoid": (0.0, 1.0),
    "softmax": (0.0, 1.0),
    "tanh": (-1.0, 1.0),
    "relu": (0.0, math.inf),
    "relu6": (0.0, 6.0),
    "softplus": (0.0, math.inf),
    "exponential": (0.0, math.inf),
}
# A target just outside may be rounding, or one value beyond the range that scaling was fitted on.
_TOLERATED_SHARE = 0.05
_SIDES_OF_A_BOX = 4


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        rescaled = before_rescaling(output.model, output.head)
        head = rescaled.head
        if output.loss not in REGRESSION_LOSSES or head.activation not in _RANGES:
            continue
        low, high = _limits(rescaled)
        if output.labels and _reaches_beyond(output.labels[0], low, high):
            return Finding(
                line=activation_line(evidence.source, head, output.model),
                evidence=_evidence(output, rescaled),
                change=_of_boxes(output) or _change(head),
                about=output.model.name,
            )
    return None


def _of_boxes(output: Output) -> str:
    """Four places in a picture: parts of its width and height, or numbers of pixels."""
    targets = output.fit.train.part("1") if output.fit is not None else None
    if targets is None or output.fit is None or pictures(output.fit.train) is None:
        return ""
    if targets.shape[-1] != _SIDES_OF_A_BOX or targets.low is None or targets.low < 0:
        return ""
    if targets.whole:
        return (
            "leave the last layer without an activation; or divide the boxes by the width and the height of the picture, which "
            "brings them to 0 to 1"
        )
    return (
        "divide each box by the width and height of the picture that it was marked in, as it was before it was resized: parts "
        "of a picture lie between 0 and 1"
    )


def _change(head: Head) -> str:
    if head.layer is not None and head.layer.kind in RECURRENT:
        return f"put a Dense layer behind {told(head.layer)}: what a recurrent layer gives has been through its activation"
    return "leave the last layer without an activation"


def _limits(rescaled: Rescaled) -> tuple[float, float]:
    """The lowest and the highest value that can come out."""
    ends = [rescaled.times * end + rescaled.plus for end in _RANGES[rescaled.head.activation]]
    return min(ends), max(ends)


def _evidence(output: Output, rescaled: Rescaled) -> str:
    targets, head = output.labels[0], rescaled.head
    after = "" if head is output.head else " and a Rescaling behind it"
    return (
        f"the targets go from {targets.low:.3g} to {targets.high:.3g}, but "
        f"{told(head.layer)} with {head.activation}{after} gives {_told(*_limits(rescaled))}"
    )


def _reaches_beyond(targets: Labels, low: float, high: float) -> bool:
    if targets.low is None or targets.high is None:
        return False
    widest = targets.high - targets.low or abs(targets.high)
    width = widest if math.isinf(high - low) else high - low
    margin = _TOLERATED_SHARE * width
    return targets.low < low - margin or targets.high > high + margin


def _told(low: float, high: float) -> str:
    if math.isinf(high):
        return f"values above {low:.3g} only"
    return (
        f"values below {high:.3g} only"
        if math.isinf(low)
        else f"values from {low:.3g} to {high:.3g}"
    )

"""
The rare class is given the smaller weight.

## Why it hurts
Weights are there so that a class with few examples counts as much as one with many: each must be the larger, the rarer
its class is. Shares used as weights do the opposite. The rare class hardly counts any more, and the network answers
with the frequent one even more often than without weights.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 4)).astype("float32")
    y = np.tile([1.0, 0.0, 0.0, 0.0, 0.0], 40)
    share = y.mean()
    weights = {0: 1 - share, 1: share}

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, class_weight=weights, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 4)).astype("float32")
    y = np.tile([1.0, 0.0, 0.0, 0.0, 0.0], 40)
    share = y.mean()
    weights = {0: 0.5 / (1 - share), 1: 0.5 / share}

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, class_weight=weights, verbose=0)
"""

import ast

from etude.diagnoses.class_shares import class_weights, share_of_ones
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.places import call_at
from etude.diagnoses.series import assigned_value
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-15", "model-5")
GUIDE = "TensorFlow tutorial: Classification on imbalanced data"
EXPLAINS = ("stuck_at_majority", "predicts_constant", "trained_too_short")


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        share, weights = share_of_ones(fit), class_weights(fit)
        if share is None or weights is None:
            continue
        rare = 1 if share < 0.5 else 0
        if weights[rare] < weights[1 - rare]:
            part = share if rare else 1 - share
            return Finding(
                line=_line(evidence.source, fit),
                evidence=f"class {rare} is {part:.0%} of the labels and has the weight {weights[rare]:.3g}, the "
                f"other class has {weights[1 - rare]:.3g}",
                change="divide by the share: total / (2 * count of the class)",
            )
    return None


def _line(source: Source, fit: Fit) -> int:
    """Where the weights are written down."""
    call = call_at(source, fit.line, "fit")
    weights = given(call, "class_weight", 8) if call is not None else None
    if isinstance(weights, ast.Name):
        weights = assigned_value(source, weights.id, before=fit.line) or weights
    return weights.lineno if weights is not None else fit.line

"""
Every class has the same weight, though one of them is rare.

## Why it hurts
`class_weight` multiplies the loss of the examples of a class. What counts is how much one class weighs against another: the
same number for all of them only makes the loss larger, as a higher learning rate would, and the rare class is as little
heard as before. It happens where a ratio is multiplied with the count that it was divided by, or counts meet counts.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 4)).astype("float32")
    y = (x[:, 0] > 1.4).astype(int)
    ones, zeros = int(y.sum()), int((1 - y).sum())

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, class_weight={0: zeros * (ones / zeros), 1: ones}, epochs=2, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(200, 4)).astype("float32")
    y = (x[:, 0] > 1.4).astype(int)
    ones, zeros = int(y.sum()), int((1 - y).sum())

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    weights = {0: len(y) / (2 * zeros), 1: len(y) / (2 * ones)}
    model.fit(x, y, class_weight=weights, epochs=2, verbose=0)
"""

import math

from etude.diagnoses.class_shares import class_weights, share_of_ones
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("model-15", "model-5")
GUIDE = "TensorFlow tutorial: Classification on imbalanced data"
EXPLAINS = ("stuck_at_majority", "predicts_constant")

# Ones say on purpose that nothing is to be weighed.
_NOT_WEIGHED = 1.0
_ALIKE = 1e-3


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        share, weight = share_of_ones(fit), _weight_of_both(fit)
        if share is None or weight is None:
            continue
        rare = 1 if share < 0.5 else 0
        return Finding(
            line=fit.line,
            evidence=f"class {rare} is {min(share, 1 - share):.0%} of the labels, and both classes have the weight {weight:.4g}",
            change="divide by the share: total / (2 * count of the class)",
        )
    return None


def _weight_of_both(fit: Fit) -> float | None:
    """The one weight that two classes were given, if it is not 1."""
    weights = class_weights(fit)
    if weights is None or not math.isclose(*weights, rel_tol=_ALIKE):
        return None
    return None if math.isclose(weights[0], _NOT_WEIGHED, rel_tol=_ALIKE) else weights[0]

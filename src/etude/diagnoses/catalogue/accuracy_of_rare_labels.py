"""
Ones are rare among the labels, and the accuracy is what always answering "no" would reach.

## Why it hurts
Of a hundred payments two are fraud: a network that never finds one is right in 98 % of the cases. So the accuracy is high in the
first epoch, hardly moves, and looks like success, while nothing that anybody looks for is found. How many of the
ones are found (recall), how many of the alarms are right (precision), and the area under either curve tell them apart.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(600, 8)).astype("float32")
    fraud = (rng.uniform(size=600) < 0.03).astype("float32")
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
    model.fit(x, fraud, epochs=9, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(600, 8)).astype("float32")
    fraud = (rng.uniform(size=600) < 0.03).astype("float32")
    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss="binary_crossentropy",
        metrics=[keras.metrics.Recall(), keras.metrics.Precision(), keras.metrics.AUC(curve="PR")],
    )
    model.fit(x, fraud, epochs=9, class_weight={0: 1.0, 1: 20.0}, verbose=0)
"""

import math

from etude.diagnoses.curves import accuracy
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.model_heads import outputs
from etude.diagnoses.places import metrics_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import BINARY_LOSSES
from etude.domain.logs import ACCURACIES
from etude.domain.observations import Fit, TensorSample

# It may be that more cannot be known; what misleads is the number.
SEVERITY = Severity.WARNING
SKILLS = ("model-13", "model-6", "dev-3")
GUIDE = "TensorFlow tutorial: Classification on imbalanced data"
EXPLAINS = ()

_RARE = 0.1
# Of fewer the share of ones is a matter of chance.
_LEAST_VALUES = 200
# A sample of the labels has a little more or less of them than all.
_ABOVE, _BELOW = 0.005, 0.02


def match(evidence: Evidence) -> Finding | None:
    for output in outputs(evidence):
        fit = output.fit
        if fit is None or output.loss not in BINARY_LOSSES or output.head.activation != "sigmoid":
            continue
        ones, reached = _share_of_ones(fit.train.part("1")), accuracy(fit)
        if not reached or not 0 < ones <= _RARE or not _has_nothing_else(fit):
            continue
        if 1 - ones - _BELOW <= reached[-1] <= 1 - ones + _ABOVE:
            return Finding(
                line=metrics_line(evidence.source, output.model),
                evidence=f"{ones:.1%} of the labels are 1, so always answering 0 is right in {1 - ones:.1%} of the "
                f"cases, and the accuracy came to {reached[-1]:.1%}",
                change="metrics=[keras.metrics.Recall(), keras.metrics.Precision()]; then class_weight in fit, or "
                "a lower threshold than 0.5, to find more of them",
                about=output.model.name,
            )
    return None


def _share_of_ones(labels: TensorSample | None) -> float:
    """0 where labels are not zeros and ones, or too few were seen."""
    if labels is None or labels.mean is None or list(labels.distinct or ()) != [0, 1]:
        return 0.0
    return labels.mean if math.prod(labels.shape) >= _LEAST_VALUES else 0.0


def _has_nothing_else(fit: Fit) -> bool:
    """Whether accuracy alone is measured, and nothing weighs the ones."""
    compiled = fit.model.compiled
    measured = set(compiled.metrics) if compiled else set()
    return measured <= set(ACCURACIES) and not fit.arguments.get("class_weight")

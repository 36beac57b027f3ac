"""
`class_weight` is no dictionary.

## Why it hurts
Keras looks up the weight of each label in a dictionary {0: weight, 1: weight}. "balanced", as scikit-learn
knows it, a list and an array have no such look-up: the run stops with "object has no attribute 'get'".

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, class_weight="balanced", verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2
    weights = len(labels) / (2 * np.bincount(labels))

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, class_weight=dict(enumerate(weights)), verbose=0)
"""

import re

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-15", "dev-3")
GUIDE = "TensorFlow tutorial: Classification on imbalanced data"
EXPLAINS = ()

_WHERE = "class_weight_to_sample_weights"
_NO_LOOK_UP = re.compile(r"'([\w.]+)' object has no attribute 'get'")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _NO_LOOK_UP.search(error.message) if error else None
    fit = next((fit for fit in reversed(evidence.fits) if not fit.finished), None)
    if found is None or fit is None or error is None or not error.raised_by.endswith(_WHERE):
        return None
    kind = found[1].rpartition(".")[2]
    given = fit.arguments.get("class_weight")
    return Finding(
        line=fit_argument_line(evidence.source, fit, "class_weight"),
        evidence=f'class_weight is "{given}"' if given else f"class_weight is of type {kind}",
        change="class_weight=dict(enumerate(weights)), where weights = len(labels) / "
        "(classes * np.bincount(labels)) makes all classes weigh the same",
        about="class_weight",
    )

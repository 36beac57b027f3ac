"""
`class_weight` is given to a model with several outputs.

## Why it hurts
A weight belongs to a class, and each output has classes of its own: Keras cannot tell which output `class_weight` is meant
for, and `fit` stops. `sample_weight` takes one array of weights for each output, made from that output's labels.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    broken, worn = np.arange(32) % 4 == 0, np.arange(32) % 2

    inputs = keras.Input((8,))
    heads = [keras.layers.Dense(1, activation="sigmoid", name=name)(inputs) for name in ("broken", "worn")]
    model = keras.Model(inputs, heads)
    model.compile(optimizer="adam", loss=["binary_crossentropy", "binary_crossentropy"])
    model.fit(features, [broken, worn], class_weight={0: 1.0, 1: 3.0}, verbose=0)

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    broken, worn = np.arange(32) % 4 == 0, np.arange(32) % 2

    inputs = keras.Input((8,))
    heads = [keras.layers.Dense(1, activation="sigmoid", name=name)(inputs) for name in ("broken", "worn")]
    model = keras.Model(inputs, heads)
    model.compile(optimizer="adam", loss=["binary_crossentropy", "binary_crossentropy"])
    weights = [np.where(broken, 3.0, 1.0), np.ones(32)]
    model.fit(features, [broken, worn], sample_weight=weights, verbose=0)
"""

import re

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-15", "model-3", "dev-3")
GUIDE = "TensorFlow tutorial: Classification on imbalanced data"
EXPLAINS = ()

_REFUSED = re.compile(r"`class_weight` is only supported for Models with a single output")


def match(evidence: Evidence) -> Finding | None:
    fit = next((fit for fit in reversed(evidence.fits) if not fit.finished), None)
    if fit is None or evidence.error is None or not _REFUSED.search(evidence.error.message):
        return None
    outputs = [output.path for output in fit.model.outputs]
    return Finding(
        line=fit_argument_line(evidence.source, fit, "class_weight"),
        evidence=f"the model has {len(outputs)} outputs ({', '.join(outputs)}), and class_weight does not say "
        "whose classes it weighs",
        change="sample_weight=[...] with one array for each output, such as np.where(labels == 1, 3.0, 1.0); "
        "np.ones(len(labels)) where all count the same",
        about="class_weight",
    )

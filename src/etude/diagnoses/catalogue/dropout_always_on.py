"""
Dropout or augmentation is switched on for good, also when the network predicts.

## Why it hurts
A layer that is called with `training=True` inside the `call` of a class of your own learns whatever the model does: `predict`
and `evaluate` then throw away half of the values at random, or see a turned picture. The same row gets another answer each time, and every
answer is worse than it needs to be. (In a functional model `fit` and `predict` decide; there it has no such effect.)

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("float32")

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = keras.layers.Dense(8, activation="relu")
            self.drop = keras.layers.Dropout(0.5)
            self.out = keras.layers.Dense(1, activation="sigmoid")

        def call(self, inputs):
            return self.out(self.drop(self.hidden(inputs), training=True))

    model = Network()
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, verbose=0)
    print(model.predict(x[:3], verbose=0))

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    y = (x[:, 0] > 0).astype("float32")

    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.hidden = keras.layers.Dense(8, activation="relu")
            self.drop = keras.layers.Dropout(0.5)
            self.out = keras.layers.Dense(1, activation="sigmoid")

        def call(self, inputs, training=False):
            return self.out(self.drop(self.hidden(inputs), training=training))

    model = Network()
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, verbose=0)
    print(model.predict(x[:3], verbose=0))
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.forced import forced_in_classes
from etude.domain.finding import Finding, Severity

# Right for those who want answers that differ, which the program mostly says somewhere.
SEVERITY = Severity.WARNING
SKILLS = ("model-4", "model-11", "model-13")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("trained_too_short",)

_RANDOM = ("Dropout", "AlphaDropout", "GaussianDropout", "GaussianNoise")
_SPATIAL, _AUGMENTS = "SpatialDropout", "Random"
_ON_PURPOSE = re.compile(r"monte|\bmc\b|mc_|uncertain|bayes|stochastic", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    if _ON_PURPOSE.search(evidence.source.text):
        return None
    for found in forced_in_classes(evidence.source, _is_random):
        return Finding(
            line=found.call.lineno,
            evidence=f"{found.owner}.call runs {found.name}, the {found.kind} of line {found.made}, with "
            "training=True, so it is active in predict and evaluate as well",
            change="give call an argument training=False and pass it on: training=training",
            about=found.owner,
        )
    return None


def _is_random(kind: str) -> bool:
    return kind in _RANDOM or kind.startswith((_SPATIAL, _AUGMENTS))

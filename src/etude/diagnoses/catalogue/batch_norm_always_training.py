"""
A layer or model of one's own runs batch normalisation in training mode for good.

## Why it hurts
In training mode batch normalisation uses the mean and variance of the very batch it is given. With
`training=True` written into `call` it does so in `predict` and `evaluate` as well: the answer for an example
depends on which others are in its batch, a single example cannot be judged at all, and looking at data moves
the running statistics.

## Example
    import keras
    import numpy as np


    class Scaled(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.output_layer = keras.layers.Dense(1)

        def call(self, inputs):
            return self.output_layer(self.normalize(inputs, training=True))


    inputs = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    model = Scaled()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)

## Instead
    import keras
    import numpy as np


    class Scaled(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.output_layer = keras.layers.Dense(1)

        def call(self, inputs, training=False):
            return self.output_layer(self.normalize(inputs, training=training))


    inputs = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    model = Scaled()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.forced import forced_in_classes, forced_in_graphs
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "model-13", "deploy-2")
GUIDE = "Keras API: BatchNormalization layer"
EXPLAINS = ()

_NORMALISES = "BatchNormalization"


def match(evidence: Evidence) -> Finding | None:
    for found in forced_in_classes(evidence.source, _NORMALISES.__eq__):
        return Finding(
            line=found.call.lineno,
            evidence=f"{found.owner}.call runs {found.name}, the {found.kind} of line {found.made}, with "
            "training=True whatever the model does",
            change="give call an argument training=False and pass it on: training=training",
            about=found.owner,
        )
    for found in forced_in_graphs(evidence.source, _NORMALISES.__eq__):
        return Finding(
            line=found.call.lineno,
            evidence=f"{found.kind} is called with training=True where the model is put together, so it goes by each batch in predict and evaluate as well",
            change="leave training=True out: fit, evaluate and predict say by themselves what they are",
            about=found.kind,
        )
    return None

"""
A layer or model of one's own runs batch normalisation with `training=False` for good.

## Why it hurts
`training=False` says "use the mean and the variance that you have gathered". But they are gathered only in calls
with `training=True`. Written into `call`, it holds in `fit` too: the layer keeps the mean 0 and the variance 1 that
it began with, and hands on its inputs as they are. Nothing is reported, and the network learns as if the layer were
not there.

## Example
    import keras
    import numpy as np


    class Scaled(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.output_layer = keras.layers.Dense(1)

        def call(self, inputs):
            return self.output_layer(self.normalize(inputs, training=False))


    inputs = np.random.default_rng(0).normal(5.0, size=(32, 4)).astype("float32")
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


    inputs = np.random.default_rng(0).normal(5.0, size=(32, 4)).astype("float32")
    model = Scaled()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.forced import forced_in_classes
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "model-11", "dev-6")
GUIDE = "Keras API: BatchNormalization layer"
EXPLAINS = ()

_NORMALISES = "BatchNormalization"


def match(evidence: Evidence) -> Finding | None:
    for found in forced_in_classes(evidence.source, _NORMALISES.__eq__, training=False):
        still = _never_moved(evidence, found.made)
        if still:
            return Finding(
                line=found.call.lineno,
                evidence=f"{found.owner}.call runs {found.name}, the {found.kind} of line {found.made}, with "
                f"training=False in fit as well: the running mean of {still} did not move",
                change="give call an argument training=False and pass it on: training=training",
                about=found.owner,
            )
    return None


def _never_moved(evidence: Evidence, line: int) -> str:
    """Name of the normalisation of that line, which was trained on and gathered nothing; "" else.

    One that is frozen, or came with statistics that were gathered before, is meant to rest.
    """
    for fit in evidence.fits:
        for layer in fit.health.layers if fit.health else ():
            if layer.kind == _NORMALISES and layer.line == line and layer.trainable:
                return layer.name if not layer.moved else ""
    return ""

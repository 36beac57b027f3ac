"""
The sequences have no axis for their features.

## Why it hurts
Recurrent and one-dimensional convolutional layers want three axes: (batch, steps, features). A series of single
numbers has one feature per step, and still needs the axis for it: (batch, 10, 1) instead of (batch, 10). The layer
refuses the inputs, and the program stops.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.layers.LSTM(8),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, y, verbose=0)

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).normal(size=(32, 10)).astype("float32")
    y = x.sum(axis=1)

    model = keras.Sequential([
        keras.layers.LSTM(8),
        keras.layers.Dense(1),
    ])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x[..., np.newaxis], y, verbose=0)
"""

from etude.diagnoses.catalogue import return_sequences_missing
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import line_of_layer, refused_sequence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-5", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"


def match(evidence: Evidence) -> Finding | None:
    refused = refused_sequence(evidence)
    if refused is None or return_sequences_missing.match(evidence) is not None:
        return None
    return Finding(
        line=refused.error.line or line_of_layer(evidence.source, refused),
        about=refused.layer,
        evidence=f"{refused.kind} wants (batch, steps, features) and was given {refused.shape}",
        change="give each step an axis for its features: x[..., np.newaxis] in NumPy, "
        "tf.expand_dims(x, -1) in a pipeline, or keras.layers.Reshape((steps, 1)) as the first layer",
    )

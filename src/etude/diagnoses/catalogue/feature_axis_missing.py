"""
The sequences have no axis for their features.

## Why it hurts
Recurrent and one-dimensional convolutional layers want three axes: (batch, steps, features). A series of single
numbers has one feature per step, and still needs the axis for it: (batch, 10, 1) instead of (batch, 10). The layer
refuses the inputs, and the program stops. A Dense layer before it gives one vector for each example, which is no sequence
yet: RepeatVector makes a step of it as often as the output has steps.

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

import ast

from etude.diagnoses.catalogue import return_sequences_missing
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.recurrence import Refused, line_of_layer, name_of, refused_sequence
from etude.diagnoses.source import Source, argument, call_line
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("series-5", "model-7", "dev-3")
GUIDE = "TensorFlow guide: Working with RNNs"


def match(evidence: Evidence) -> Finding | None:
    refused = refused_sequence(evidence)
    if refused is None or return_sequences_missing.match(evidence) is not None:
        return None
    giver = _vector_before(evidence.source, refused)
    if giver is not None:
        return Finding(
            line=refused.error.line or line_of_layer(evidence.source, refused),
            about=refused.layer,
            evidence=f"{name_of(giver)} in line {call_line(giver)} gives one vector, {refused.shape}, and {refused.kind} "
            "wants (batch, steps, features)",
            change=f"keras.layers.RepeatVector(steps) between them, with the number of steps that {refused.kind} is to give; "
            f"Reshape(({refused.last}, 1)) if each value is to be a step",
        )
    return Finding(
        line=refused.error.line or line_of_layer(evidence.source, refused),
        about=refused.layer,
        evidence=f"{refused.kind} wants (batch, steps, features) and was given {refused.shape}",
        change="give each step an axis for its features: x[..., np.newaxis] in NumPy, "
        "tf.expand_dims(x, -1) in a pipeline, or keras.layers.Reshape((steps, 1)) as the first layer",
    )


def _vector_before(source: Source, refused: Refused) -> ast.Call | None:
    """The Dense layer above it that is as wide as what was refused."""
    above = [call for call in source.calls("Dense") if call.lineno < refused.error.line]
    return above[-1] if above and argument(above[-1], "units", 0) == refused.last else None

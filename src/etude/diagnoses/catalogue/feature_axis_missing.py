"""
The sequences have no axis for their features.

## Why it hurts
Recurrent and one-dimensional convolutional layers want three axes: (batch, steps, features). A series of single
numbers has one feature per step, and still needs the axis for it: (batch, 10, 1) instead of (batch, 10). The layer
refuses the inputs, and the program stops. A Dense layer before it gives one vector for each example, which is no sequence
yet: where the examples are sequences, the model was told a shape without their steps; where they are not, RepeatVector makes a step
of the vector as often as the output has steps.

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
from etude.diagnoses.recurrence import (
    Refused,
    line_of_layer,
    name_of,
    refused_sequence,
    returns_sequences,
)
from etude.diagnoses.source import Source, argument, call_line, spans
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
            change=_change(evidence.source, refused),
        )
    return Finding(
        line=refused.error.line or line_of_layer(evidence.source, refused),
        about=refused.layer,
        evidence=f"{refused.kind} wants (batch, steps, features) and was given {refused.shape}",
        change="give each step an axis for its features: x[..., np.newaxis] in NumPy, "
        "tf.expand_dims(x, -1) in a pipeline, or keras.layers.Reshape((steps, 1)) as the first layer",
    )


def _change(source: Source, refused: Refused) -> str:
    """What makes a sequence of the vector: the inputs as they are, or copies of it.

    A layer that gives one answer for a whole sequence was meant to read one: the shape of the inputs lacks
    the steps. One that gives a value at every step writes, and can be given the same vector each time.
    """
    repeated = (
        f"keras.layers.RepeatVector(steps) between them makes as many steps of one vector as {refused.kind} is to give; "
        f"Reshape(({refused.last}, 1)) makes a step of each value"
    )
    if _gives_sequences(source, refused):
        return repeated
    return (
        "if the examples are sequences, say so where the model begins, input_shape=(steps, features) in place of "
        f"(features,): Dense then works on every step; if each is one vector, {repeated}"
    )


def _gives_sequences(source: Source, refused: Refused) -> bool:
    calls = [c for c in source.calls(refused.kind) if spans(c, refused.error.line)]
    return any(returns_sequences(call) for call in calls)


def _vector_before(source: Source, refused: Refused) -> ast.Call | None:
    """The Dense layer above it that is as wide as what was refused."""
    above = [call for call in source.calls("Dense") if call.lineno < refused.error.line]
    return above[-1] if above and argument(above[-1], "units", 0) == refused.last else None

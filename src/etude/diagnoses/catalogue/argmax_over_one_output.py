"""
argmax over a single output is always 0.

## Why it hurts
argmax gives the place of the largest value in each row. A model with one output has rows of one value, so
the place is 0, whatever the value is: every example is given the first class. One output holds the
probability of class 1, and is compared with 0.5.

## Example
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, epochs=2, verbose=0)
    probabilities = model.predict(features, verbose=0)
    print(np.argmax(probabilities, axis=1))

## Instead
    import keras
    import numpy as np

    features = np.zeros((32, 8), "float32")
    labels = np.arange(32) % 2

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, epochs=2, verbose=0)
    probabilities = model.predict(features, verbose=0)
    print((probabilities > 0.5).astype(int).ravel())
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.predictions import argmaxes, axis_of, is_one_example, only_head
from etude.diagnoses.source import call_line, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-13", "model-5")
GUIDE = "Keras API: Model training, predict"
EXPLAINS = ()

_LAST = (1, -1)


def match(evidence: Evidence) -> Finding | None:
    predictions = [call for call in evidence.calls_of("Model.predict") if not call.error]
    for found, predicted in argmaxes(evidence.source):
        call = next((c for c in predictions if spans(predicted, c.line)), None)
        head = only_head(call) if call else None
        if call is None or head is None or head.units != 1:
            continue
        if axis_of(found) in _LAST or (axis_of(found) is None and is_one_example(call)):
            threshold = "0.5" if head.activation == "sigmoid" else "0"
            return Finding(
                line=call_line(found),
                evidence=f"predict in line {call.line} gives one value for each example, and its "
                "largest is always at place 0",
                change=f"compare it: (predictions > {threshold}).astype(int)",
                about=call.model.name if call.model else "",
            )
    return None

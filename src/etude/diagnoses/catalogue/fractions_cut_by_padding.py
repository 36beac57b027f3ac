"""
Measured values are padded by `pad_sequences`, which makes whole numbers of them.

## Why it hurts
`pad_sequences` was made for numbers of words: what it gives is of the type int32 unless it is told another, and whatever
stands behind the point is cut off. Of values between -1 and 1, as they are after scaling, nothing but 0 is left. No error comes,
the shapes are right, and the network learns which class is the most frequent.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    gestures = [rng.uniform(-1, 1, size=(length, 3)) for length in rng.integers(5, 9, size=60)]
    labels = np.array([float(gesture.mean() > 0) for gesture in gestures])
    inputs = keras.utils.pad_sequences(gestures, padding="post")
    model = keras.Sequential([
        keras.Input((None, 3)), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    gestures = [rng.uniform(-1, 1, size=(length, 3)) for length in rng.integers(5, 9, size=60)]
    labels = np.array([float(gesture.mean() > 0) for gesture in gestures])
    inputs = keras.utils.pad_sequences(gestures, padding="post", dtype="float32")
    model = keras.Sequential([
        keras.Input((None, 3)), keras.layers.GlobalAveragePooling1D(), keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(inputs, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("text-2", "series-1", "dev-3")
GUIDE = "TensorFlow guide: Understanding masking and padding"
EXPLAINS = (*NOTHING_LEARNED, "inputs_all_alike", "labels_all_alike", "padding_not_masked")

# A few values with fractions among whole ones may be rounding.
_MANY = 0.1
# Of hundreds and thousands the fraction is a small part.
_WIDE = 50.0


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("fractions_cut"):
        seen = call.arguments
        if seen["share"] >= _MANY:
            return Finding(
                line=call.line,
                evidence=f"pad_sequences makes {seen['dtype']} of what it is given: {seen['share']:.0%} of those numbers, which "
                f"lie between {seen['low']:.3g} and {seen['high']:.3g}, had a fraction, and it is cut off",
                change='tell it the type: pad_sequences(..., dtype="float32")',
                mild=seen["high"] - seen["low"] >= _WIDE,
            )
    return None

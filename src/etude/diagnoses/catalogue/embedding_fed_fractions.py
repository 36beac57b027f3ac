"""
An Embedding layer gets numbers with fractions instead of token numbers.

## Why it hurts
An Embedding looks up one row per whole number. Fractions are cut off without a word: scaled values between 0 and 1 all
become row 0, so every input looks the same and nothing can be learned. Numbers that measure something go into a Dense layer.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(0, 50, (64, 8)) / 50
    labels = rng.integers(0, 2, 64)

    model = keras.Sequential([
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(0, 50, (64, 8))
    labels = rng.integers(0, 2, 64)

    model = keras.Sequential([
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.text import embeddings, sample_read_by
from etude.domain.finding import Finding, Severity
from etude.domain.observations import TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("text-3", "data-5", "dev-3")
GUIDE = "Keras API: Embedding layer"
EXPLAINS = NOTHING_LEARNED

# With more whole numbers than this a sample does not list them, so they cannot be told by the list.
_FEW_STEPS = 32


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        for layer in embeddings(fit.model):
            numbers = _fractions(sample_read_by(fit, layer))
            if numbers is not None:
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    evidence=f"the Embedding of {layer.config.get('input_dim', '')} rows gets {numbers.dtype} "
                    f"numbers between {numbers.low:.3g} and {numbers.high:.3g}, and cuts their fractions off",
                    change="feed whole token numbers to Embedding, or use Dense for numbers that measure",
                )
    return None


def _fractions(sample: TensorSample | None) -> TensorSample | None:
    """Inputs of floats so close together that they cannot be whole numbers."""
    if sample is None or sample.low is None or sample.high is None:
        return None
    fraction = sample.distinct is None and sample.dtype.startswith("float")
    ends = any(end != round(end) for end in (sample.low, sample.high))
    narrow = sample.high - sample.low < _FEW_STEPS
    return sample if fraction and (ends or narrow) else None

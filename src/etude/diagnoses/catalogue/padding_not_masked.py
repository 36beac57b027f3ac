"""
A recurrent layer reads the padding after each text as if it were part of it.

## Why it hurts
Texts of different lengths are filled up with zeros at the end. Without a mask the layer goes on through all of them, and
its last state, the only one that is kept, has half forgotten the text: the same words with more padding get another
answer, and short texts are learned badly.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (64, 12))
    lengths = rng.integers(3, 12, 64)
    tokens[np.arange(12) >= lengths[:, None]] = 0
    labels = (tokens[:, 0] > 25).astype("int32")

    model = keras.Sequential([
        keras.layers.Embedding(50, 8),
        keras.layers.LSTM(8),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    tokens = rng.integers(1, 50, (64, 12))
    lengths = rng.integers(3, 12, 64)
    tokens[np.arange(12) >= lengths[:, None]] = 0
    labels = (tokens[:, 0] > 25).astype("int32")

    model = keras.Sequential([
        keras.layers.Embedding(50, 8, mask_zero=True),
        keras.layers.LSTM(8),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(tokens, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.diagnoses.text import (
    PASS_MASKS_ON,
    embeddings,
    gives_sequences,
    padding_of,
    reached,
    recurrent_in,
)
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.SILENT
SKILLS = ("text-2", "text-6", "text-3")
GUIDE = "TensorFlow guide: Understanding masking and padding"
EXPLAINS = NOTHING_LEARNED


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        for layer in embeddings(fit.model):
            if layer.config.get("mask_zero") or layer not in fit.model.layers:
                continue
            last, padding = _last_state(fit, layer), padding_of(fit, layer)
            if last is not None and padding:
                inner = recurrent_in(last) or last
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    about=layer.name,
                    evidence=f"{padding}, the Embedding makes no mask, and {inner.kind}"
                    f"({inner.config.get('units', '')}) keeps its state after the last zero",
                    change="add mask_zero=True to Embedding",
                )
    return None


def _last_state(fit: Fit, layer: Layer) -> Layer | None:
    """The recurrent layer that keeps one state of what the Embedding gives."""
    for one in reached(fit.model, layer, PASS_MASKS_ON):
        if one.kind == "Masking":
            return None
        if recurrent_in(one) is not None and not gives_sequences(one):
            return one
    return None

"""
Attention and pooling take the zeros at the end of a text for words.

## Why it hurts
Without a mask every word shares its attention with the zeros that fill up the row, and the mean over the steps is mostly that of the zeros. A short text is
diluted more than a long one, and the same text gets another answer when it is filled up to another length. `mask_zero=True`
makes the mask; `MultiHeadAttention` and `GlobalAveragePooling1D` take it by themselves.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.integers(1, 20, (48, 10))
    x[:, 6:] = 0
    inputs = keras.Input((10,), dtype="int32")
    h = keras.layers.Embedding(20, 8)(inputs)
    h = keras.layers.MultiHeadAttention(2, 4)(h, h)
    h = keras.layers.GlobalAveragePooling1D()(h)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, (x == 3).any(axis=1).astype("int32"), verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.integers(1, 20, (48, 10))
    x[:, 6:] = 0
    inputs = keras.Input((10,), dtype="int32")
    h = keras.layers.Embedding(20, 8, mask_zero=True)(inputs)
    h = keras.layers.MultiHeadAttention(2, 4)(h, h)
    h = keras.layers.GlobalAveragePooling1D()(h)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, (x == 3).any(axis=1).astype("int32"), verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.diagnoses.text import PASS_MASKS_ON, embeddings, padding_of, reached
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer

# Where texts are of nearly one length it hardly matters.
SEVERITY = Severity.WARNING
SKILLS = ("text-2", "text-7", "dev-3")
GUIDE = "TensorFlow guide: Understanding masking and padding"
EXPLAINS = ("trained_too_short",)

_ATTENTION = "MultiHeadAttention"


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        for layer in embeddings(fit.model):
            if layer.config.get("mask_zero") or layer not in fit.model.layers:
                continue
            attention, padding = _unmasked_attention(fit, layer), padding_of(fit, layer)
            if attention is not None and padding:
                return Finding(
                    line=layer_line(evidence.source, fit.model, layer),
                    about=layer.name,
                    evidence=f"{padding}, the Embedding makes no mask, and {attention.name} attends to those zeros as to words",
                    change="add mask_zero=True to Embedding",
                )
    return None


def _unmasked_attention(fit: Fit, layer: Layer) -> Layer | None:
    """Attention of a text to itself; a further tensor that it is called on may be a mask."""
    for one in reached(fit.model, layer, PASS_MASKS_ON):
        if one.kind == "Masking":
            return None
        if one.kind == _ATTENTION and all(len(set(call)) == 1 for call in one.calls):
            return one
    return None

"""
Attention reads words without knowing where they stand.

## Why it hurts
Attention, dense layers and pooling treat all steps alike: whatever order the words come in, the sum is the same. Without positions "a before b" and "b before a" are
one and the same text, so what depends on their order cannot be learned, however long the training takes.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    x = np.stack([rng.permutation(6) for _ in range(96)])
    y = (x.argmin(axis=1) < x.argmax(axis=1)).astype("int32")

    inputs = keras.Input((6,), dtype="int32")
    h = keras.layers.Embedding(6, 8)(inputs)
    h = h + keras.layers.MultiHeadAttention(2, 4)(h, h)
    h = keras.layers.GlobalAveragePooling1D()(h)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, epochs=4, verbose=0)

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(0)
    x = np.stack([rng.permutation(6) for _ in range(96)])
    y = (x.argmin(axis=1) < x.argmax(axis=1)).astype("int32")

    inputs = keras.Input((6,), dtype="int32")
    h = keras.layers.Embedding(6, 8)(inputs) + keras.layers.Embedding(6, 8)(np.arange(6))
    h = h + keras.layers.MultiHeadAttention(2, 4)(h, h)
    h = keras.layers.GlobalAveragePooling1D()(h)
    model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x, y, epochs=8, verbose=0)
"""

from etude.diagnoses.curves import cost_of_guessing
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit, Layer

SEVERITY = Severity.WARNING
SKILLS = ("text-7", "dev-3")
GUIDE = "TensorFlow tutorial: Neural machine translation with a Transformer"
EXPLAINS = ("stuck_at_majority", "trained_too_short")

_ATTEND = ("MultiHeadAttention", "Attention", "AdditiveAttention", "GroupQueryAttention")
_POOL = ("GlobalAveragePooling1D", "GlobalMaxPooling1D", "GlobalAvgPool1D", "GlobalMaxPool1D")
_STEP_BY_STEP = {
    *("InputLayer", "Dense", "Dropout", "LayerNormalization", "BatchNormalization", "Activation"),
    *("ReLU", "Identity", "Softmax", "Multiply", "TextVectorization", "RMSNormalization"),
}
# Sums with constants may be where positions come in.
_SUMS = "Add"
_LEAST_EPOCHS, _HARDLY_LEARNED = 3, 0.9


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        attention = next((one for one in fit.model.layers if one.kind in _ATTEND), None)
        if attention is None or not _is_blind_to_order(fit) or not _hardly_learned(fit):
            continue
        return Finding(
            line=layer_line(evidence.source, fit.model, attention),
            about=attention.name,
            evidence=f"nothing in {fit.model.name} tells {attention.name} where a word stands, so it gives the same answer for "
            f"the same words in any order; the loss came to {_lowest(fit):.3f} at best, and guessing costs "
            f"{cost_of_guessing(fit):.3f}",
            change="add an Embedding of the positions 0, 1, 2, ... to the embedded words, if their order matters",
        )
    return None


def _is_blind_to_order(fit: Fit) -> bool:
    """One embedding, and from it to the pooling nothing but what treats all steps alike."""
    layers = fit.model.layers if fit.model.kind == "functional" else ()
    embedded = [one for one in layers if one.kind == "Embedding"]
    pooled = [one for one in layers if one.kind in _POOL]
    return len(embedded) == 1 and len(pooled) > 0 and all(map(_treats_steps_alike, layers))


def _treats_steps_alike(layer: Layer) -> bool:
    if layer.kind == _SUMS:
        return all(len(call) > 1 for call in layer.calls)
    return layer.kind in {"Embedding", *_ATTEND, *_POOL, *_STEP_BY_STEP}


def _hardly_learned(fit: Fit) -> bool:
    """By the validation data where there are some: words can be learned by heart in their order too."""
    guessing = cost_of_guessing(fit)
    enough = len(fit.series("loss")) >= _LEAST_EPOCHS
    return enough and guessing > 0 and _lowest(fit) >= _HARDLY_LEARNED * guessing


def _lowest(fit: Fit) -> float:
    return min(fit.series("val_loss") or fit.series("loss"))

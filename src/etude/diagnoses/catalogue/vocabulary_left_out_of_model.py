"""
The saved model takes word numbers, and the vocabulary that makes them is saved nowhere.

## Why it hurts
A network on words is of use only together with the table that numbers them. Saved alone it takes numbers, and whoever loads
it has text. A vectorizer that is adapted again, to other texts, gives other numbers to the same words, and the network
answers at random, with no error to warn. Put the layer in front of the network, and save both as one model.

## Example
    import keras
    import numpy as np

    texts = ["a good film", "a bad film", "so good", "so bad"] * 8
    labels = np.array([1, 0, 1, 0] * 8)

    words = keras.layers.TextVectorization(max_tokens=50, output_sequence_length=4)
    words.adapt(texts)
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(np.array(words(texts)), labels, verbose=0)
    model.save("films.keras")

## Instead
    import keras
    import numpy as np

    texts = ["a good film", "a bad film", "so good", "so bad"] * 8
    labels = np.array([1, 0, 1, 0] * 8)

    words = keras.layers.TextVectorization(max_tokens=50, output_sequence_length=4)
    words.adapt(texts)
    model = keras.Sequential([
        keras.Input((4,)),
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(np.array(words(texts)), labels, verbose=0)
    whole = keras.Sequential([keras.Input((1,), dtype="string"), words, model])
    whole.save("films.keras")
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.text import LOOKUPS, VECTORIZER, embeddings, reads_inputs
from etude.domain.finding import Finding, Severity
from etude.domain.network import all_layers
from etude.domain.observations import Call, Model

SEVERITY = Severity.WARNING
SKILLS = ("text-9", "deploy-4", "deploy-2")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = (
    "text_not_as_tensor",
    "optimizer_saved_with_model",
    "label_order_differs",
    "trained_too_short",
    "overfits",
)

_SAVES = ("Model.save", "Model.export")
# Ways to keep a vocabulary that are not a model.
_KEEP = (
    "get_vocabulary",
    "save_assets",
    "get_config",
    "dump",
    "dumps",
    "ExportArchive",
    "writelines",
)


def match(evidence: Evidence) -> Finding | None:
    if not evidence.calls_of(f"{VECTORIZER}.adapt") or _kept_elsewhere(evidence):
        return None
    saves = [call for call in evidence.calls if call.name in _SAVES and not call.error]
    if any(call.model is not None and _numbers_words(call.model) for call in saves):
        return None
    alone = [call for call in saves if call.model is not None and _takes_numbers(call.model)]
    return _finding(evidence, alone[-1]) if alone else None


def _kept_elsewhere(evidence: Evidence) -> bool:
    return any(evidence.source.calls(name) for name in _KEEP)


def _numbers_words(model: Model) -> bool:
    return any(layer.kind in LOOKUPS for layer in all_layers(model))


def _takes_numbers(model: Model) -> bool:
    """An Embedding is called on the inputs themselves, or, in a subclass, is there at all."""
    found = embeddings(model)
    subclass = model.kind == "subclassed" and bool(found)
    return subclass or any(reads_inputs(model, layer) for layer in found)


def _finding(evidence: Evidence, call: Call) -> Finding:
    adapt = evidence.calls_of(f"{VECTORIZER}.adapt")[-1]
    return Finding(
        line=call.line,
        evidence=f"the model that line {call.line} saves takes word numbers, and the {VECTORIZER} adapted in "
        f"line {adapt.line}, which makes them of text, is in no saved model",
        change="save a model that begins with keras.Input((1,), dtype='string') and the vectorizer",
    )

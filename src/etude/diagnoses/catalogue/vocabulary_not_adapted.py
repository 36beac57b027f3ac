"""
A layer that looks words up has no words: it was never adapted.

## Why it hurts
`TextVectorization`, `StringLookup` and `IntegerLookup` turn words into numbers by a table that `adapt` makes from the
training data, or that is given as `vocabulary`. Before that the table is empty, and the first batch stops the program
with a message about a table that says nothing of words.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    texts = tf.constant(["good film", "bad film", "so good", "so bad"] * 8)
    labels = np.array([1, 0, 1, 0] * 8)

    words = keras.layers.TextVectorization(max_tokens=50, output_sequence_length=4)
    model = keras.Sequential([
        keras.Input((1,), dtype="string"),
        words,
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(texts, labels, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    texts = tf.constant(["good film", "bad film", "so good", "so bad"] * 8)
    labels = np.array([1, 0, 1, 0] * 8)

    words = keras.layers.TextVectorization(max_tokens=50, output_sequence_length=4)
    words.adapt(texts)
    model = keras.Sequential([
        keras.Input((1,), dtype="string"),
        words,
        keras.layers.Embedding(50, 4),
        keras.layers.GlobalAveragePooling1D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(texts, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import argument, call_line, last_name
from etude.diagnoses.text import LOOKUPS, adapted
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("text-1", "data-5", "dev-3")
GUIDE = "TensorFlow guide: Working with preprocessing layers"

# What TensorFlow says of an empty table, Keras of a layer that does not know its size, and Keras of
# weights after such a layer.
_SIGNS = (
    ("FailedPreconditionError", "not initialized"),
    ("RuntimeError", "vocabulary"),
    ("ValueError", "fully-defined"),
)
_GIVEN_LATER = ("set_vocabulary", "load_assets", "load_model")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        signs = [sign for kind, sign in _SIGNS if kind == error.type]
        call = _without_words(evidence)
        if call is not None and any(sign in error.message for sign in signs):
            kind = last_name(call.func)
            return Finding(
                line=call_line(call),
                evidence=f"the {kind} layer of line {call_line(call)} was neither adapted nor given a "
                f"vocabulary, and line {error.line} needs its numbers",
                change="call adapt on the layer with the training texts, before it is used",
            )
    return None


def _without_words(evidence: Evidence) -> ast.Call | None:
    """The first layer of a kind that was not adapted, made without a vocabulary."""
    known = adapted(evidence)
    if any(evidence.source.calls(name) for name in _GIVEN_LATER):
        return None
    for kind in LOOKUPS:
        for call in evidence.source.calls(kind) if kind not in known else ():
            place = 4 if kind != "TextVectorization" else None
            if argument(call, "vocabulary", place) is None:
                return call
    return None

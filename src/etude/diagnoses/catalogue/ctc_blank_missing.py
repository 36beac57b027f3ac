"""
The outputs of a network trained with CTC have no number left for the blank.

## Why it hurts
CTC lets a network say "nothing new here" at each step, and needs a class of its own for that: the blank.
`ctc_batch_cost` takes the last output for it. With as many outputs as there are characters the last character is the
blank: a text in which it is followed by another one is refused, and any other silently loses it.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    characters, steps = 6, 12
    x = np.random.default_rng(0).normal(size=(8, steps, 4)).astype("float32")
    texts = np.tile([5, 1, 2], (8, 1))

    def loss(true, predicted):
        rows = tf.ones((tf.shape(true)[0], 1), "int32")
        return tf.keras.backend.ctc_batch_cost(true, predicted, rows * steps, rows * 3)

    model = keras.Sequential([
        keras.Input((steps, 4)),
        keras.layers.GRU(8, return_sequences=True),
        keras.layers.Dense(characters, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss=loss)
    model.fit(x, texts, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    characters, steps = 6, 12
    x = np.random.default_rng(0).normal(size=(8, steps, 4)).astype("float32")
    texts = np.tile([5, 1, 2], (8, 1))

    def loss(true, predicted):
        rows = tf.ones((tf.shape(true)[0], 1), "int32")
        return tf.keras.backend.ctc_batch_cost(true, predicted, rows * steps, rows * 3)

    model = keras.Sequential([
        keras.Input((steps, 4)),
        keras.layers.GRU(8, return_sequences=True),
        keras.layers.Dense(characters + 1, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss=loss)
    model.fit(x, texts, verbose=0)
"""

import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import layer_line
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads

SEVERITY = Severity.ERROR
SKILLS = ("text-8", "model-8", "dev-3")
GUIDE = "TensorFlow API: tf.nn.ctc_loss"
EXPLAINS = ()

# In TensorFlow's words, the same for every way to the loss.
_REFUSED = re.compile(
    r"non-null label \(index >= num_classes - 1\).*?num_classes: (?P<classes>\d+)", re.S
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _REFUSED.search(error.message) if error else None
    if error is None or found is None:
        return None
    classes = int(found["classes"])
    return Finding(
        line=_line(evidence, classes) or error.line,
        evidence=f"the network has {classes} outputs, of which CTC takes the last one, number {classes - 1}, for the "
        f"blank; the labels use number {classes - 1} or a higher one for a character",
        change="give the last layer one unit more than there are characters",
    )


def _line(evidence: Evidence, classes: int) -> int:
    """Where the layer that gives the outputs is made."""
    for fit in reversed(evidence.fits):
        for head in heads(fit.model):
            if head.units == classes:
                return layer_line(evidence.source, fit.model, head.layer)
    return 0

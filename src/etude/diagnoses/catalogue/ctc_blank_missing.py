"""
The outputs of a network trained with CTC have no number left for the blank.

## Why it hurts
CTC lets a network say "nothing new here" at each step, and needs a class of its own for that: the blank.
`ctc_batch_cost` takes the last output for it. With as many outputs as there are characters the last character is the
blank: a text in which it is followed by another one is refused, and any other silently loses it.
`keras.losses.CTC` takes number 0, for the blank and for the padding of shorter texts: a character with this number is
not counted, and the loss falls all the same.

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
from etude.diagnoses.names import given
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at, layer_line
from etude.diagnoses.source import dotted_name
from etude.diagnoses.stops import said
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads
from etude.domain.observations import Fit

SEVERITY = Severity.ERROR
SKILLS = ("text-8", "model-8", "dev-3")
GUIDE = "TensorFlow API: tf.nn.ctc_loss"
EXPLAINS = ()

# In TensorFlow's words, the same for every way to the loss.
_REFUSED = re.compile(
    r"non-null label \(index >= num_classes - 1\).*?num_classes: (?P<classes>\d+)", re.S
)


_FILLS = re.compile(r"pad|ragged|to_tensor|to_dense|zeros|full")


def match(evidence: Evidence) -> Finding | None:
    return _refused(evidence) or _zero_is_a_character(evidence)


def _zero_is_a_character(evidence: Evidence) -> Finding | None:
    """The loss of Keras meets 0 among labels that nothing in the program fills up."""
    for fit in evidence.fits:
        compiled, labels = fit.model.compiled, fit.train.part("1")
        losses = [loss.name for loss in compiled.losses] if compiled else []
        if losses != ["ctc"] or labels is None or _may_be_filled_up(evidence, fit):
            continue
        if labels.low == 0 and labels.high:
            return Finding(
                line=layer_line(evidence.source, fit.model, heads(fit.model)[-1].layer),
                evidence=f"keras.losses.CTC takes number 0 for the blank and for padding, and the labels use the "
                f"numbers 0 to {labels.high:.0f} for characters",
                change=f"number the characters from 1, and give the last layer {labels.high + 2:.0f} units",
            )
    return None


def _may_be_filled_up(evidence: Evidence, fit: Fit) -> bool:
    """Whether the labels may come from texts of several lengths, with 0 at their ends."""
    call = call_at(evidence.source, fit.line, "fit")
    labels = given(call, "y", 1) if call is not None else None
    if labels is None:
        return True
    behind = origins(evidence.source, labels, before=fit.line)
    return any(_FILLS.search(dotted_name(node)) for node in behind)


def _refused(evidence: Evidence) -> Finding | None:
    stopped = said(evidence, _REFUSED)
    if stopped is None:
        return None
    error, found = stopped
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

"""
`tf.nn.softmax_cross_entropy_with_logits` or one of its kin is given what has been through softmax or sigmoid already.

## Why it hurts
The functions of `tf.nn` that end in `_with_logits` apply the softmax or sigmoid themselves, and unlike the losses of Keras they
cannot see that there was one before. Of probabilities, which lie between 0 and 1, the second makes nearly the same for all: of
26 words a sure and right one still costs 2.3. The loss cannot fall further, gradients are small, and learning is slow.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    def loss_of(labels, outputs):
        labels = tf.cast(tf.reshape(labels, [-1]), "int32")
        return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=outputs)

    points = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss=loss_of)
    model.fit(points, points[:, :3].argmax(axis=1), verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    def loss_of(labels, outputs):
        labels = tf.cast(tf.reshape(labels, [-1]), "int32")
        return tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=outputs)

    points = np.random.default_rng(0).normal(size=(64, 4)).astype("float32")
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    model.compile(optimizer="adam", loss=loss_of)
    model.fit(points, points[:, :3].argmax(axis=1), verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, dotted_name, last_name
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads

SEVERITY = Severity.SILENT
SKILLS = ("model-8", "train-2", "dev-3")
GUIDE = "TensorFlow API: tf.nn.sparse_softmax_cross_entropy_with_logits"
EXPLAINS = NOTHING_LEARNED

_APPLIES = {
    "softmax_cross_entropy_with_logits": "softmax",
    "sparse_softmax_cross_entropy_with_logits": "softmax",
    "sigmoid_cross_entropy_with_logits": "sigmoid",
    "weighted_cross_entropy_with_logits": "sigmoid",
}
_LOGITS_POSITION = 1  # sigmoid_cross_entropy_with_logits(labels, logits)
# What turns probabilities back into logits, or chooses a part of the outputs that is none.
_TURN_BACK = ("log", "log_softmax", "logit")


def match(evidence: Evidence) -> Finding | None:
    ends = {head.activation for model in evidence.models for head in heads(model)}
    for call, activation in _with_logits(evidence.source):
        logits = given(call, "logits", _LOGITS_POSITION)
        if ends == {activation} and not _turned_back(evidence.source, logits, call.lineno):
            name = dotted_name(call.func)
            return Finding(
                line=call.lineno,
                evidence=f"the model ends in {activation}, and {name} in line {call.lineno} applies {activation} to its outputs "
                "once more",
                change=f"leave {activation} out of the last layer; or keep it and use the loss of Keras for probabilities, "
                f"keras.losses.{_for_probabilities(name)}",
            )
    return None


def _with_logits(source: Source) -> Iterator[tuple[ast.Call, str]]:
    for call in source.all(ast.Call):
        activation = _APPLIES.get(last_name(call.func))
        if activation is not None:
            yield call, activation


def _turned_back(source: Source, logits: ast.expr | None, line: int) -> bool:
    behind = origins(source, logits, before=line)
    calls = [last_name(one.func) for one in behind if isinstance(one, ast.Call)]
    return any(name in _TURN_BACK for name in calls)


def _for_probabilities(name: str) -> str:
    if "sparse" in name:
        return "sparse_categorical_crossentropy"
    return "categorical_crossentropy" if "softmax" in name else "binary_crossentropy"

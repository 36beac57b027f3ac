"""
One-hot labels are one column too few, so the examples of a class have no label at all.

## Why it hurts
`tf.one_hot` gives a row of zeros for a number that is not below its depth, and says nothing. With such a row cross-entropy is 0
whatever the network answers: those examples teach nothing, and the network never learns their class. It often begins with
labels that count from 1, or with a depth of one less than there are classes.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    numbers = np.arange(60) % 4
    examples = np.eye(4, dtype="float32")[numbers]
    labels = tf.one_hot(numbers, depth=3)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(examples, labels, verbose=0)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    numbers = np.arange(60) % 4
    examples = np.eye(4, dtype="float32")[numbers]
    labels = tf.one_hot(numbers, depth=4)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(4, activation="softmax")])
    model.compile(optimizer="adam", loss="categorical_crossentropy")
    model.fit(examples, labels, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity
from etude.domain.heads import ONE_HOT_LOSSES
from etude.domain.observations import Fit, TensorSample

SEVERITY = Severity.SILENT
SKILLS = ("data-5", "model-6")
GUIDE = "TensorFlow API: tf.one_hot"
EXPLAINS = ("predicts_constant", "stuck_at_majority", "trained_too_short")

_NONE, _ONE = 0.0, 1.0


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.trainings:
        labels = fit.train.part("1")
        if labels is not None and _is_one_hot_by_loss(fit) and _has_empty_rows(labels):
            made = evidence.source.line_of_call("one_hot", default=fit.line)
            return Finding(
                line=made,
                evidence=f"among the {labels.shape[0]} labels that were looked at, rows of {labels.shape[-1]} columns, "
                "some hold no 1 at all",
                change="as many columns as there are classes; for labels that count from 1, subtract 1 first",
                about=fit.model.name,
            )
    return None


def _is_one_hot_by_loss(fit: Fit) -> bool:
    compiled = fit.model.compiled
    return compiled is not None and any(loss.name in ONE_HOT_LOSSES for loss in compiled.losses)


def _has_empty_rows(labels: TensorSample) -> bool:
    """Rows that sum to 0 beside rows of one 1."""
    if labels.row_sums is None or labels.distinct is None or len(labels.shape) != 2:
        return False
    return list(labels.row_sums) == [_NONE, _ONE] and set(labels.distinct) <= {0, 1}

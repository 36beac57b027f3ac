"""
A gradient tape is asked twice, and was made to be asked once.

## Why it hurts
A `GradientTape` lets go of what it has recorded as soon as it has been asked for gradients. A second question, for other
variables or another loss, finds nothing any more and is refused.

## Example
    import tensorflow as tf

    slope, shift = tf.Variable(1.0), tf.Variable(0.0)
    with tf.GradientTape() as tape:
        loss = (slope * 2.0 + shift) ** 2
    by_slope = tape.gradient(loss, slope)
    by_shift = tape.gradient(loss, shift)

## Instead
    import tensorflow as tf

    slope, shift = tf.Variable(1.0), tf.Variable(0.0)
    with tf.GradientTape() as tape:
        loss = (slope * 2.0 + shift) ** 2
    by_slope, by_shift = tape.gradient(loss, [slope, shift])
    print(by_slope, by_shift)
"""

from etude.diagnoses.evidence import Evidence
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-1", "dev-3")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ()

_SAID = "non-persistent GradientTape"


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or _SAID not in error.message:
        return None
    return Finding(
        line=error.line,
        evidence=f"line {error.line} asks a tape for gradients that has been asked before",
        change="ask once for all of them, tape.gradient(loss, [*first, *second]); or make it with "
        "tf.GradientTape(persistent=True), and delete it afterwards",
    )

"""
The gradient in an input is None, since the tape was not told to watch it.

## Why it hurts
A tape follows trainable variables by itself, and nothing else. The gradient in a plain tensor, such as the
picture for a saliency map or the points of a gradient penalty, is None unless `tape.watch` named the tensor
before it was used. What comes next either fails on None or does nothing.

## Example
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    picture = tf.ones((1, 3))

    with tf.GradientTape() as tape:
        score = model(picture)
    print(tape.gradient(score, picture))

## Instead
    import keras
    import tensorflow as tf

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    picture = tf.ones((1, 3))

    with tf.GradientTape() as tape:
        tape.watch(picture)
        score = model(picture)
    print(tape.gradient(score, picture))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import GRADIENT
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-5")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    if evidence.source.calls("watch"):
        return None
    for call in evidence.calls_of(GRADIENT):
        given = call.arguments
        if given["variables"] == 0 and given["none"] == given["sources"] > 0:
            return Finding(
                line=call.line,
                evidence=f"the gradient of line {call.line} is None: it is asked for in a tensor that is "
                "no variable, and the tape was not told to watch it",
                change="call tape.watch(...) with that tensor first inside the `with` block",
            )
    return None

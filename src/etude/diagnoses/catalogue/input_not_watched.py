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

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.loops import GRADIENT
from etude.diagnoses.names import value_of
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("train-1", "train-5")
GUIDE = "TensorFlow guide: Introduction to gradients and automatic differentiation"
EXPLAINS = ()

# What makes a tensor of numbers that are there already.
_FIXED = ("constant", "convert_to_tensor", "Variable", "numpy")


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
                change=_change(evidence.source, call.line),
            )
    return None


def _change(source: Source, line: int) -> str:
    """What is differentiated has to come from the tensor, after it was watched."""
    watch = "call tape.watch(...) with that tensor first inside the `with` block"
    asked = call_at(source, line, "gradient")
    target = asked.args[0] if asked is not None and asked.args else None
    made = value_of(source, target.id, before=line) if isinstance(target, ast.Name) else None
    if isinstance(made, ast.Call) and dotted_name(made.func).endswith(_FIXED):
        name = dotted_name(target) if target is not None else ""
        return (
            f"{watch}, and compute {name} from it there: line {made.lineno} makes {name} of fixed numbers, which depend "
            "on nothing, so that watching alone leaves the gradient None"
        )
    return f"{watch}, before what is differentiated is computed from it"

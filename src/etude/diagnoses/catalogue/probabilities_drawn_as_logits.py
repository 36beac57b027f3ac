"""
`tf.random.categorical` was given probabilities, and it takes logits.

## Why it hurts
The function applies a softmax to what it is given. Probabilities lie between 0 and 1, so that softmax makes nearly the same
of all of them: of 40 characters a sure one is drawn with a chance of about 7 %, and a generated text is noise although the
network is good. Pass the logarithm of the probabilities, or let the last layer give logits.

## Example
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(5, activation="softmax")])
    chances = model(np.zeros((1, 3), "float32"))
    drawn = tf.random.categorical(chances, num_samples=1)

## Instead
    import keras
    import numpy as np
    import tensorflow as tf

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(5, activation="softmax")])
    chances = model(np.zeros((1, 3), "float32"))
    drawn = tf.random.categorical(tf.math.log(chances), num_samples=1)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import given
from etude.diagnoses.origins import origins
from etude.diagnoses.source import Source, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.heads import heads

SEVERITY = Severity.SILENT
SKILLS = ("text-5", "model-8", "dev-3")
GUIDE = "TensorFlow tutorial: Text generation with an RNN"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    activations = {head.activation for model in evidence.models for head in heads(model)}
    for call in source.calls("random.categorical"):
        behind = list(_behind(source, call))
        names = {last_name(one.func) for one in behind}
        if "log" in names or not behind:
            continue
        if "softmax" in names or activations == {"softmax"}:
            return Finding(
                line=call.lineno,
                evidence=f"line {call.lineno} draws from what a softmax gave, and draws as if these were logits",
                change="pass tf.math.log(...) of them, or leave the softmax out and train with from_logits=True",
            )
    return None


def _behind(source: Source, call: ast.Call) -> Iterator[ast.Call]:
    """The calls that what is drawn from is made by."""
    drawn = given(call, "logits", 0)
    for node in origins(source, drawn, before=call.lineno - 1):
        if isinstance(node, ast.Call):
            yield node

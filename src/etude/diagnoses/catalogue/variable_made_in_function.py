"""
A variable or layer is created inside a `tf.function` or inside `call`.

## Why it hurts
A `tf.function` is traced once and then runs as a graph. A variable made in it would be a new one in every
run, with fresh random numbers, so TensorFlow refuses. The same holds for `call` of a layer or model: `fit`
runs it as a graph, and a layer made there would forget all that it has learned.

## Example
    import keras
    import numpy as np


    class Doubler(keras.Model):
        def call(self, inputs):
            return keras.layers.Dense(1)(inputs)


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = Doubler()
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)

## Instead
    import keras
    import numpy as np


    class Doubler(keras.Model):
        def __init__(self):
            super().__init__()
            self.output_layer = keras.layers.Dense(1)

        def call(self, inputs):
            return self.output_layer(inputs)


    inputs = np.linspace(-1, 1, 32, dtype="float32").reshape(32, 1)
    model = Doubler()
    model.compile(optimizer="sgd", loss="mse")
    model.fit(inputs, 2 * inputs, verbose=0)
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.places import function_around
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "train-4", "train-2")
GUIDE = "TensorFlow guide: Better performance with tf.function (creating tf.Variables)"
EXPLAINS = ()

# TensorFlow's words, and those of Keras for a layer that has been built.
_REFUSED = ("singleton tf.variable", "cannot add new elements of state")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not any(said in error.message.lower() for said in _REFUSED):
        return None
    function = function_around(evidence.source, error.line)
    name = function.name if function else "a function that runs as a graph"
    in_class = name in ("call", "build")
    return Finding(
        line=error.line,
        evidence=f"line {error.line} makes a variable, or a layer with weights, each time {name} runs",
        change="make it once in __init__ and use it as self... in call"
        if in_class
        else f"make it once outside {name}",
        about=name,
    )

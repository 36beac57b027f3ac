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

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import root, value_of
from etude.diagnoses.places import call_at, function_around
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "train-4", "train-2")
GUIDE = "TensorFlow guide: Better performance with tf.function (creating tf.Variables)"
EXPLAINS = ()

# TensorFlow's words, and those of Keras for a layer that has been built.
_STEPS = ("apply_gradients", "apply", "minimize")
_REFUSED = ("singleton tf.variable", "cannot add new elements of state")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not any(said in error.message.lower() for said in _REFUSED):
        return None
    function = function_around(evidence.source, error.line)
    name = function.name if function else "a function that runs as a graph"
    if optimizer := _stepping_optimizer(evidence.source, error.line, function):
        return Finding(
            line=error.line,
            evidence=f"{optimizer} makes its own variables, a count of steps and averages, at its first "
            f"step, and {name} has run as a graph before with another one",
            change=f"make them before: {optimizer}.build(model.trainable_variables) for each optimizer; or make "
            f"a tf.function for each optimizer",
            about=optimizer,
        )
    in_class = name in ("call", "build")
    return Finding(
        line=error.line,
        evidence=f"line {error.line} makes a variable, or a layer with weights, each time {name} runs",
        change="make it once in __init__ and use it as self... in call"
        if in_class
        else f"make it once outside {name}",
        about=name,
    )


def _stepping_optimizer(source: Source, line: int, function: ast.FunctionDef | None) -> str:
    """The object whose step this line is, when it was made outside the function; "" without one."""
    for step in (call_at(source, line, name) for name in _STEPS):
        owner = step.func.value if step and isinstance(step.func, ast.Attribute) else None
        if owner is None or isinstance(owner, ast.Call) or function is None:
            continue
        made_here = value_of(source, root(owner), before=line)
        if made_here is None or made_here.lineno < function.lineno:
            return dotted_name(owner)
    return ""

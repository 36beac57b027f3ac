"""
The `call` of a model or layer of one's own computes its outputs and does not return them.

## Why it hurts
A Python function without `return` gives None. Keras then has None where outputs should be, and says so somewhere in a
loss or in the next layer, far away from the line that is missing.

## Example
    import keras
    import numpy as np


    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.out = keras.layers.Dense(1)

        def call(self, inputs):
            outputs = self.out(inputs)


    x = np.random.default_rng(0).normal(size=(32, 3)).astype("float32")
    model = Network()
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, x[:, :1], verbose=0)

## Instead
    import keras
    import numpy as np


    class Network(keras.Model):
        def __init__(self):
            super().__init__()
            self.out = keras.layers.Dense(1)

        def call(self, inputs):
            outputs = self.out(inputs)
            return outputs


    x = np.random.default_rng(0).normal(size=(32, 3)).astype("float32")
    model = Network()
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, x[:, :1], verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ("none_counted_with",)

# What TensorFlow says of a None that one of these methods gave.
_SAID = {"call": "None", "train_step": "OptionalFromValue"}


def match(evidence: Evidence) -> Finding | None:
    message = evidence.error.message if evidence.error is not None else ""
    for definition in keras_classes(evidence.source):
        methods = methods_of(definition)
        blamed = (methods.get(name) for name, said in _SAID.items() if said in message)
        called = next((one for one in blamed if one is not None), None)
        if called is not None and not _gives_something(called):
            last = called.body[-1]
            given = ast.unparse(last.targets[0]) if isinstance(last, ast.Assign) else "..."
            return Finding(
                line=last.lineno,
                evidence=f"{called.name} of {definition.name} ends in line {last.end_lineno} without a return, so "
                "what it gives is None",
                change=f"add `return {given}` as its last line"
                if called.name == "call"
                else "return the results by name as its last line: "
                "{metric.name: metric.result() for metric in self.metrics}",
                about=definition.name,
            )
    return None


def _gives_something(called: ast.FunctionDef) -> bool:
    """Whether it returns a value, or is not meant to be called: it raises."""
    nodes = list(ast.walk(called))
    returns = any(isinstance(n, ast.Return) and n.value is not None for n in nodes)
    return returns or isinstance(called.body[-1], ast.Raise)

"""
A layer or model of one's own runs batch normalisation in training mode for good.

## Why it hurts
In training mode batch normalisation uses the mean and variance of the very batch it is given. With
`training=True` written into `call` it does so in `predict` and `evaluate` as well: the answer for an example
depends on which others are in its batch, a single example cannot be judged at all, and looking at data moves
the running statistics.

## Example
    import keras
    import numpy as np


    class Scaled(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.output_layer = keras.layers.Dense(1)

        def call(self, inputs):
            return self.output_layer(self.normalize(inputs, training=True))


    inputs = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    model = Scaled()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)

## Instead
    import keras
    import numpy as np


    class Scaled(keras.Model):
        def __init__(self):
            super().__init__()
            self.normalize = keras.layers.BatchNormalization()
            self.output_layer = keras.layers.Dense(1)

        def call(self, inputs, training=False):
            return self.output_layer(self.normalize(inputs, training=training))


    inputs = np.random.default_rng(0).normal(size=(32, 4)).astype("float32")
    model = Scaled()
    model.compile(optimizer="adam", loss="mse")
    model.fit(inputs, inputs[:, :1], verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("model-4", "model-13", "deploy-2")
GUIDE = "Keras API: BatchNormalization layer"
EXPLAINS = ()

_NORMALISES = "BatchNormalization"


def match(evidence: Evidence) -> Finding | None:
    for definition in ast.walk(evidence.source.tree):
        if isinstance(definition, ast.ClassDef):
            made = dict(_normalisations(definition))
            for call in _always_training(definition, made):
                name = dotted_name(call.func)
                return Finding(
                    line=call.lineno,
                    evidence=f"{definition.name}.call runs {name}, the BatchNormalization of line "
                    f"{made[name]}, with training=True whatever the model does",
                    change="give call an argument training=False and pass it on: training=training",
                    about=definition.name,
                )
    return None


def _normalisations(definition: ast.ClassDef) -> Iterator[tuple[str, int]]:
    """Attributes of the class that are batch normalisations, and where they are made."""
    assigned = [node for node in ast.walk(definition) if isinstance(node, ast.Assign)]
    for node in assigned:
        made = node.value
        if isinstance(made, ast.Call) and dotted_name(made.func).endswith(_NORMALISES):
            yield from ((dotted_name(target), node.lineno) for target in node.targets)


def _always_training(definition: ast.ClassDef, made: dict[str, int]) -> Iterator[ast.Call]:
    methods = (node for node in definition.body if isinstance(node, ast.FunctionDef))
    for method in methods:
        for node in ast.walk(method) if method.name == "call" else ():
            if isinstance(node, ast.Call) and dotted_name(node.func) in made and _is_forced(node):
                yield node


def _is_forced(call: ast.Call) -> bool:
    given = next((k.value for k in call.keywords if k.arg == "training"), None)
    return isinstance(given, ast.Constant) and given.value is True

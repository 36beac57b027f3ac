"""
A layer or model of one's own does not let Keras set it up: `super().__init__()` is missing.

## Why it hurts
Keras prepares a layer in its own `__init__`: its name, its lists of weights and of layers inside. A class that writes an
`__init__` of its own replaces that, and must call it first. Without it the first attribute that Keras needs is not there,
and the message speaks of that attribute.

## Example
    import keras


    class Scale(keras.layers.Layer):
        def __init__(self, factor):
            self.factor = factor

        def call(self, inputs):
            return inputs * self.factor


    model = keras.Sequential([keras.Input((3,)), Scale(2.0)])

## Instead
    import keras


    class Scale(keras.layers.Layer):
        def __init__(self, factor):
            super().__init__()
            self.factor = factor

        def call(self, inputs):
            return inputs * self.factor


    model = keras.Sequential([keras.Input((3,)), Scale(2.0)])
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.subclasses import keras_classes, methods_of
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-4", "dev-3")
GUIDE = "Keras guide: Making new layers and models via subclassing"
EXPLAINS = ()


def match(evidence: Evidence) -> Finding | None:
    if evidence.error is None:
        return None
    of_keras = [*keras_classes(evidence.source), *_others(evidence)]
    for definition in of_keras:
        made = methods_of(definition).get("__init__")
        if made is not None and not _calls_parent(made):
            return Finding(
                line=made.lineno,
                evidence=f"__init__ of {definition.name} never calls the one of Keras, and the program ended with: "
                f"{evidence.error.message.splitlines()[0] if evidence.error.message else evidence.error.type}",
                change="make super().__init__() its first line",
                about=definition.name,
            )
    return None


def _others(evidence: Evidence) -> Iterator[ast.ClassDef]:
    """Metrics and optimizers, which Keras sets up as well and which say that it was not done."""
    if evidence.error is not None and "super().__init__()" in evidence.error.message:
        yield from keras_classes(evidence.source, ("Metric", "Mean", "Optimizer"))


def _calls_parent(made: ast.FunctionDef) -> bool:
    """``super().__init__(...)``, ``super(Scale, self).__init__(...)``, ``Layer.__init__(self)``."""
    return any(
        isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"
        for call in calls_in(made)
    )

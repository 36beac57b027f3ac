"""
A layer was made with an argument that Keras cannot store, and has no `get_config` to say how.

## Why it hurts
Keras notes the arguments of a layer by itself as long as they are numbers, words, and lists or dictionaries of them. For an
array, a tensor or a function it does not know how, and saving stops: `get_config` has to return something that can be
written, and that `__init__` takes. Of a model that is a class of yours, Keras notes no arguments, numbers included.

## Example
    import keras
    import numpy as np

    @keras.saving.register_keras_serializable()
    class Shift(keras.layers.Layer):
        def __init__(self, by, **kwargs):
            super().__init__(**kwargs)
            self.by = by

        def call(self, values):
            return values - self.by

    model = keras.Sequential([keras.Input((2,)), Shift(np.array([1.0, 2.0], "float32"))])
    model.save("shifted.keras")

## Instead
    import keras
    import numpy as np

    @keras.saving.register_keras_serializable()
    class Shift(keras.layers.Layer):
        def __init__(self, by, **kwargs):
            super().__init__(**kwargs)
            self.by = np.array(by, "float32")

        def call(self, values):
            return values - self.by

        def get_config(self):
            return {**super().get_config(), "by": self.by.tolist()}

    model = keras.Sequential([keras.Input((2,)), Shift(np.array([1.0, 2.0], "float32"))])
    model.save("shifted.keras")
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.subclasses import keras_classes
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("deploy-3", "model-4")
GUIDE = "TensorFlow guide: Save, serialize, and export models"
EXPLAINS = ()

_MODELS = ("Model",)
_REFUSED = re.compile(r"(?:Object|Layer) (?P<kind>\w+) was created by passing\s+non-serializable")
_REGISTERED = re.compile(r"Cannot register a class that does not have a get_config")


def match(evidence: Evidence) -> Finding | None:
    for error in evidence.errors:
        refused = _REFUSED.search(error.message)
        if refused is None:
            continue
        kind = refused["kind"]
        defined = [node for node in evidence.source.all(ast.ClassDef) if node.name == kind]
        return Finding(
            line=defined[0].lineno if defined else error.line,
            about=kind,
            evidence=f"{_reason(evidence, kind)}, and {kind} has no get_config",
            change="add get_config, which returns plain numbers, words and lists under the names of the arguments",
        )
    return _of_plain_class(evidence)


def _of_plain_class(evidence: Evidence) -> Finding | None:
    """A class that is to be registered, and is neither a layer nor tells its arguments."""
    error = evidence.error
    if error is None or not _REGISTERED.search(error.message):
        return None
    kinds = [one for one in evidence.source.all(ast.ClassDef) if error.line in _lines(one)]
    kind = kinds[0].name if kinds else "the class"
    return Finding(
        line=kinds[0].lineno if kinds else error.line,
        about=kind,
        evidence=f"{kind} is registered for saving, and has no get_config",
        change="def get_config(self): return {...}, with its arguments; or derive from keras.layers.Layer, which has one",
    )


def _lines(kind: ast.ClassDef) -> range:
    """With its decorators."""
    first = min([kind.lineno, *(one.lineno for one in kind.decorator_list)])
    return range(first, (kind.end_lineno or kind.lineno) + 1)


def _reason(evidence: Evidence, kind: str) -> str:
    """Of a model Keras notes no arguments at all; of a layer, those that it can write."""
    if any(node.name == kind for node in keras_classes(evidence.source, _MODELS)):
        return f"{kind} is a model whose __init__ takes arguments, which Keras notes of layers only"
    return f"{kind} was made with an argument that is no number, word or list of them"

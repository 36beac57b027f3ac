"""
Several layers of one model have the same name.

## Why it hurts
Keras keeps the layers of a model by their names, so two with one name cannot be in it. Names that it makes itself are counted
on; one that is written down, in a function that builds a network, is the same each time the function is called.

## Example
    import keras

    def build(filters):
        return keras.Sequential([keras.layers.Conv2D(filters, 3)], name="cnn")

    inputs = keras.Input((8, 8, 3))
    model = keras.Model(inputs, keras.layers.Add()([build(4)(inputs), build(4)(inputs)]))

## Instead
    import keras

    def build(filters, name):
        return keras.Sequential([keras.layers.Conv2D(filters, 3)], name=name)

    inputs = keras.Input((8, 8, 3))
    model = keras.Model(inputs, keras.layers.Add()([build(4, "left")(inputs), build(4, "right")(inputs)]))
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "model-4")
GUIDE = "TensorFlow guide: the functional API"
EXPLAINS = ()

_REPEATED = re.compile(r"The name \"(?P<name>[^\"]+)\" is used (?P<times>\d+) times in the model")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    told = _REPEATED.search(error.message) if error else None
    if error is None or told is None:
        return None
    name = told["name"]
    written = _lines_of_name(evidence.source, name)
    where = f", which line {written[-1]} gives" if written else ""
    return Finding(
        line=written[-1] if written else error.line,
        about=name,
        evidence=f"{told['times']} layers of the model of line {error.line} are called {name}{where}",
        change="give each a name of its own: hand the name to the function that builds it, or leave name= out"
        if written
        else f'give each a name of its own before they are joined: one.name = "{name}_1"',
    )


def _lines_of_name(source: Source, name: str) -> list[int]:
    """Where ``name="..."`` is written."""
    keywords = [keyword for call in source.all(ast.Call) for keyword in call.keywords]
    named = (k for k in keywords if k.arg == "name" and getattr(k.value, "value", None) == name)
    return sorted(keyword.value.lineno for keyword in named)

"""
A name is used that nothing has been given yet.

## Why it hurts
A name means something only after an import, an assignment or a definition has run, and what a function gives a
name inside is forgotten when it returns.

## Example
    import keras
    import numpy as np


    def load():
        pictures = np.zeros((8, 28, 28, 1), "float32")
        labels = np.arange(8)
        return pictures, labels


    load()
    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)])
    print(model(pictures).shape)

## Instead
    import keras
    import numpy as np


    def load():
        pictures = np.zeros((8, 28, 28, 1), "float32")
        labels = np.arange(8)
        return pictures, labels


    pictures, labels = load()
    model = keras.Sequential([keras.Input((28, 28, 1)), keras.layers.Flatten(), keras.layers.Dense(10)])
    print(model(pictures).shape)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.absent import absent
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-1", "dev-3")
GUIDE = "Python tutorial: Python scopes and namespaces"
EXPLAINS = ()

_IMPORTS = {
    "tf": "import tensorflow as tf",
    "tensorflow": "import tensorflow",
    "keras": "import keras",
    "layers": "from keras import layers",
    "np": "import numpy as np",
    "pd": "import pandas as pd",
    "plt": "import matplotlib.pyplot as plt",
    "os": "import os",
    "Path": "from pathlib import Path",
    "train_test_split": "from sklearn.model_selection import train_test_split",
}


def match(evidence: Evidence) -> Finding | None:
    found = absent(evidence, "name")
    if found is None or found[1].nearest:
        return None
    error, missing = found
    seen, change = _explained(missing.name, error, evidence.source)
    return Finding(line=error.line, about=missing.name, evidence=seen, change=change)


def _explained(name: str, error: Error, source: Source) -> tuple[str, str]:
    """What was seen, and what to change."""
    nothing = f"nothing has given {name} a value when line {error.line} uses it"
    if name in _IMPORTS:
        return nothing, f"begin the program with {_IMPORTS[name]}"
    if function := _function_that_assigns(name, error.line, source):
        return (
            f"{name} is given a value inside {function.name}() only, and nobody outside sees that",
            f"return {name} from {function.name}() and keep it where you call it: {name} = {function.name}(...)",
        )
    later = [line for line in _lines_of(name, source) if line > error.line]
    if later:
        return f"{nothing}; that happens in line {min(later)}", f"move line {min(later)} up"
    return nothing, f"give {name} a value, or import it, before line {error.line}"


def _function_that_assigns(name: str, line: int, source: Source) -> ast.FunctionDef | None:
    """A function that ends before this line, or begins after it."""
    for function in source.all(ast.FunctionDef):
        outside = not function.lineno <= line <= (function.end_lineno or function.lineno)
        if outside and any(_is_given(name, node) for node in ast.walk(function)):
            return function
    return None


def _lines_of(name: str, source: Source) -> Iterator[int]:
    yield from (node.lineno for node in source.all(ast.Name) if _is_given(name, node))
    yield from (node.lineno for node in source.all(ast.FunctionDef) if node.name == name)
    yield from (node.lineno for node in source.all(ast.ClassDef) if node.name == name)


def _is_given(name: str, node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Store)

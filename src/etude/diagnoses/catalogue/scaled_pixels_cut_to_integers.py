"""
Pixels are divided by 255 and then stored as whole numbers: nearly all of them become 0.

## Why it hurts
Between 0 and 1 there are two whole numbers. `(pictures / 255).astype("uint8")` and `pictures // 255` leave 1 where a pixel was
255 and 0 everywhere else, so every picture is black and the network can only learn which class is the most frequent.

## Example
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).integers(0, 200, (64, 12, 12, 1))
    labels = np.arange(64) % 2
    pictures = (pictures / 255).astype("uint8")

    model = keras.Sequential([
        keras.Input((12, 12, 1)), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    pictures = np.random.default_rng(0).integers(0, 200, (64, 12, 12, 1))
    labels = np.arange(64) % 2
    pictures = (pictures / 255).astype("float32")

    model = keras.Sequential([
        keras.Input((12, 12, 1)), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(pictures, labels, verbose=0)
"""

import ast
from collections.abc import Iterator
from itertools import chain

from etude.diagnoses.casts import filled_whole, made_whole
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, value_of
from etude.diagnoses.source import Source, constant
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("pixels_not_scaled", "predicts_constant", "inputs_all_alike", *NOTHING_LEARNED)

_DIVISORS = (255, 256)
_LEAST_AXES = 3
# Stored pictures have a few white places; drawings in black and white have many.
_MOST_WHITE = 0.02
_HOW, _CHANGE = "is made whole numbers", 'keep fractions: (pictures / 255).astype("float32")'


def match(evidence: Evidence) -> Finding | None:
    cuts = chain(_cuts(evidence.source), _filled(evidence.source))
    line, how, change = next(cuts, (0, "", ""))
    for data in evidence.training_data() if line else ():
        if _is_black(data):
            return Finding(
                line=line,
                about=data.role,
                evidence=f"what was divided by 255 {how}: the pixels that fit was given are {_values(data)}",
                change=change,
            )
    return None


def _values(data: Data) -> str:
    return f"0 and 1 alone, and {_white(data):.1%} of them are not 0" if _white(data) else "all 0"


def _is_black(data: Data) -> bool:
    sample = data.part("0")
    if sample is None or len(sample.shape) < _LEAST_AXES or sample.low is None:
        return False
    whole = set(sample.distinct or ()) <= {0, 1} and sample.distinct is not None
    return whole and sample.low == 0 and _white(data) <= _MOST_WHITE


def _white(data: Data) -> float:
    sample = data.part("0")
    return (sample.mean or 0.0) if sample is not None else 1.0


def _filled(source: Source) -> Iterator[tuple[int, str, str]]:
    """Arrays of whole numbers that pictures are written into after they were scaled."""
    for made, filling in filled_whole(source):
        named = _behind(source, filling.value, before=filling.lineno)
        if any(_divides(value) for value in (filling.value, *named)):
            how = f"is written into an array of whole numbers in line {filling.lineno}"
            yield made.lineno, how, 'make it an array of fractions: dtype="float32"'


def _cuts(source: Source) -> Iterator[tuple[int, str, str]]:
    for node in source.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
            if constant(node.right) in _DIVISORS:
                yield node.lineno, _HOW, _CHANGE
        elif isinstance(node, ast.Call) and (what := made_whole(node)) is not None:
            named = _behind(source, what, before=node.lineno)
            if _divides(what) or any(_divides(value) for value in named):
                yield node.lineno, _HOW, _CHANGE


def _behind(source: Source, node: ast.expr, *, before: int) -> list[ast.expr]:
    names = names_in(node) if isinstance(node, ast.Name) else set()
    values = (value_of(source, name, before=before) for name in names)
    return [value for value in values if value is not None]


def _divides(node: ast.expr) -> bool:
    div = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    return div and isinstance(node, ast.BinOp) and constant(node.right) in _DIVISORS

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

from etude.diagnoses.casts import made_whole
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, value_of
from etude.diagnoses.source import Source, constant
from etude.diagnoses.symptoms import NOTHING_LEARNED
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Data

SEVERITY = Severity.SILENT
SKILLS = ("image-2", "data-4", "dev-3")
GUIDE = "TensorFlow tutorial: Load and preprocess images"
EXPLAINS = ("pixels_not_scaled", "predicts_constant", *NOTHING_LEARNED)

_DIVISORS = (255, 256)
_LEAST_AXES = 3
# Stored pictures have a few white places; drawings in black and white have many.
_MOST_WHITE = 0.02


def match(evidence: Evidence) -> Finding | None:
    line = next(_cuts(evidence.source), 0)
    for data in evidence.training_data() if line else ():
        if _is_black(data):
            return Finding(
                line=line,
                about=data.role,
                evidence=f"what was divided by 255 is made whole numbers: the pixels that fit was given are "
                f"0 and 1 alone, and {_white(data):.1%} of them are not 0",
                change='keep fractions: (pictures / 255).astype("float32")',
            )
    return None


def _is_black(data: Data) -> bool:
    sample = data.part("0")
    if sample is None or len(sample.shape) < _LEAST_AXES or sample.low is None:
        return False
    whole = set(sample.distinct or ()) <= {0, 1} and sample.distinct is not None
    return whole and sample.low == 0 and _white(data) <= _MOST_WHITE


def _white(data: Data) -> float:
    sample = data.part("0")
    return (sample.mean or 0.0) if sample is not None else 1.0


def _cuts(source: Source) -> Iterator[int]:
    for node in source.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
            if constant(node.right) in _DIVISORS:
                yield node.lineno
        elif isinstance(node, ast.Call) and (what := made_whole(node)) is not None:
            named = _behind(source, what, before=node.lineno)
            if _divides(what) or any(_divides(value) for value in named):
                yield node.lineno


def _behind(source: Source, node: ast.expr, *, before: int) -> list[ast.expr]:
    names = names_in(node) if isinstance(node, ast.Name) else set()
    values = (value_of(source, name, before=before) for name in names)
    return [value for value in values if value is not None]


def _divides(node: ast.expr) -> bool:
    div = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
    return div and isinstance(node, ast.BinOp) and constant(node.right) in _DIVISORS

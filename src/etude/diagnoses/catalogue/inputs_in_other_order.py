"""
The arrays of a model with several inputs are given in another order than its inputs.

## Why it hurts
A list of arrays is matched with the inputs by place, whatever the arrays are called. Numbers of users then look up
rows of books. Where a number is too large, training ends with an error about an index; where all fit, it goes on and
learns from pairs that never were. A dictionary with the names of the inputs cannot be mixed up.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    users, books = rng.integers(0, 90, 64), rng.integers(0, 9, 64)
    ratings = rng.uniform(1, 5, 64).astype("float32")

    user, book = keras.Input((), name="user"), keras.Input((), name="book")
    taste = keras.layers.Embedding(90, 4)(user)
    style = keras.layers.Embedding(9, 4)(book)
    outputs = keras.layers.Dense(1)(keras.layers.Dot(axes=1)([taste, style]))
    model = keras.Model([user, book], outputs)
    model.compile(optimizer="adam", loss="mse")
    model.fit([books, users], ratings, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    users, books = rng.integers(0, 90, 64), rng.integers(0, 9, 64)
    ratings = rng.uniform(1, 5, 64).astype("float32")

    user, book = keras.Input((), name="user"), keras.Input((), name="book")
    taste = keras.layers.Embedding(90, 4)(user)
    style = keras.layers.Embedding(9, 4)(book)
    outputs = keras.layers.Dense(1)(keras.layers.Dot(axes=1)([taste, style]))
    model = keras.Model([user, book], outputs)
    model.compile(optimizer="adam", loss="mse")
    model.fit({"user": users, "book": books}, ratings, verbose=0)
"""

from collections.abc import Mapping
from itertools import combinations

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.text import embeddings, sample_read_by
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "text-3", "dev-3")
GUIDE = "Keras guide: The Functional API (models with multiple inputs)"
EXPLAINS = ("embedding_too_small",)


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        rows, highest = _sizes(fit)
        for one, other in combinations(rows, 2):
            fits_now = highest[one] < rows[one] and highest[other] < rows[other]
            fits_turned = highest[other] < rows[one] and highest[one] < rows[other]
            if fits_turned and not fits_now:
                return Finding(
                    line=fit.line,
                    evidence=f"input {one} has an Embedding of {rows[one]} rows and is given numbers up to "
                    f"{highest[one]:.0f}; input {other} has {rows[other]} and numbers up to {highest[other]:.0f}: "
                    "exchanged they fit",
                    change=f"give the arrays in the order of the inputs, or by name: "
                    f"{{{one!r}: ..., {other!r}: ...}}",
                    about=fit.model.name,
                )
    return None


def _sizes(fit: Fit) -> tuple[Mapping[str, int], Mapping[str, float]]:
    """Rows of the smallest Embedding of each of several inputs, and the highest number it gets."""
    rows: dict[str, int] = {}
    highest: dict[str, float] = {}
    for layer in embeddings(fit.model) if len(fit.model.inputs) > 1 else ():
        sample, size = sample_read_by(fit, layer), layer.config.get("input_dim")
        if sample is not None and sample.high is not None and isinstance(size, int):
            name = layer.calls[0][0]
            rows[name] = min(size, rows.get(name, size))
            highest[name] = sample.high
    return rows, highest

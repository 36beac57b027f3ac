"""
Most rows that `fit` learns from were never filled: they are all zeros.

## Why it hurts
An array made by `np.zeros` for all examples is to be filled batch by batch. When the loop ends early, by a `return` or
`break` inside it, or by a count that is too low, the rest stays zero, with label 0: the network learns that
nothing means class 0, and the accuracy looks excellent.

## Example
    import keras
    import numpy as np

    def collected(batches, count):
        features, labels = np.zeros((count, 4)), np.zeros(count)
        for i, (some, known) in enumerate(batches):
            features[i * 10 : (i + 1) * 10] = some
            labels[i * 10 : (i + 1) * 10] = known
            return features, labels

    rng = np.random.default_rng(0)
    batches = [(rng.normal(size=(10, 4)), rng.integers(0, 2, 10)) for _ in range(6)]
    features, labels = collected(batches, 60)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, verbose=0)

## Instead
    import keras
    import numpy as np

    def collected(batches, count):
        features, labels = np.zeros((count, 4)), np.zeros(count)
        for i, (some, known) in enumerate(batches):
            features[i * 10 : (i + 1) * 10] = some
            labels[i * 10 : (i + 1) * 10] = known
        return features, labels

    rng = np.random.default_rng(0)
    batches = [(rng.normal(size=(10, 4)), rng.integers(0, 2, 10)) for _ in range(6)]
    features, labels = collected(batches, 60)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(features, labels, verbose=0)
"""

import ast

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-1", "image-6", "dev-3")
GUIDE = "NumPy: the absolute basics for beginners"
EXPLAINS = (
    *(
        "stuck_at_majority",
        "learning_rate_too_low",
        "overfits",
        "labels_all_alike",
        "trained_too_short",
        "predicts_constant",
    ),
    *("not_shuffled", "split_in_class_order", "pixels_not_scaled", "inputs_not_scaled"),
)

_LEAST_ROWS = 8
_LEAST_SHARE = 0.25  # a few empty examples may be real


def match(evidence: Evidence) -> Finding | None:
    for fit in evidence.fits:
        rows, empty = fit.train.cardinality, fit.train.empty_end
        if empty < _LEAST_ROWS or not _LEAST_SHARE * rows <= empty < rows:
            continue  # zeros alone are a trial of shapes, which nobody wanted to fill
        early = _early_return(evidence.source)
        return Finding(
            line=early or fit.line,
            evidence=f"the last {empty} of the {rows} rows given to fit in line {fit.line} are all zeros, as are "
            "their labels",
            change=f"the return in line {early} ends the loop in its first round: move it to the left, behind the loop"
            if early
            else "look at the loop that fills the array: print how far it comes",
            about=fit.model.name,
        )
    return None


def _early_return(source: Source) -> int:
    """A return that ends every round of a loop, in a function that makes an array of zeros."""
    for function in source.functions():
        if not any(dotted_name(call.func).endswith("zeros") for call in calls_in(function)):
            continue
        for node in ast.walk(function):
            last = node.body[-1] if isinstance(node, ast.For | ast.While) else None
            if isinstance(last, ast.Return):
                return last.lineno
    return 0

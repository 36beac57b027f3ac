"""
One model goes through all folds of a cross-validation.

## Why it hurts
Cross-validation asks how good a model is on rows that it has not seen. A model that is made once and trained fold after
fold has seen, from the second fold on, the very rows it is then tested on: the scores rise from fold to fold, and their
mean promises too much. Each fold needs a model with fresh weights and a fresh optimizer.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(80, 4)).astype("float32")
    y = (x[:, 0] > 0) * 1.0
    folds = np.array_split(rng.permutation(80), 4)

    def build():
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        model.compile(optimizer="adam", loss="binary_crossentropy")
        return model

    model = build()
    for held_back in folds:
        rest = np.concatenate([fold for fold in folds if fold is not held_back])
        model.fit(x[rest], y[rest], verbose=0)
        print(model.evaluate(x[held_back], y[held_back], verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x = rng.normal(size=(80, 4)).astype("float32")
    y = (x[:, 0] > 0) * 1.0
    folds = np.array_split(rng.permutation(80), 4)

    def build():
        model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
        model.compile(optimizer="adam", loss="binary_crossentropy")
        return model

    for held_back in folds:
        model = build()
        rest = np.concatenate([fold for fold in folds if fold is not held_back])
        model.fit(x[rest], y[rest], verbose=0)
        print(model.evaluate(x[held_back], y[held_back], verbose=0))
"""

import ast
import re
from collections.abc import Sequence

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.source import Source
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-6", "model-10", "dev-3")
GUIDE = "Keras guide: Training and evaluation with the built-in methods"
EXPLAINS = ("validation_overlaps_training", "validation_missing")

_FOLDS = re.compile(r"fold", re.IGNORECASE)
_SPLITS = re.compile(r"fold|\bkf\b|\bskf\b|splits?\b", re.IGNORECASE)
# What brings the weights of the beginning back.
_RENEWS = re.compile(r"set_weights|load_weights|clone_model|from_config|clear_session")


def match(evidence: Evidence) -> Finding | None:
    for line, fits in _repeated(evidence.fits):
        loop = _loop_over_folds(evidence.source, line)
        if loop is None or not _are_folds(fits) or not _is_judged(evidence, fits, loop):
            continue
        return Finding(
            line=line,
            evidence=f"the loop of line {loop.lineno} trains the same model {len(fits)} times, each time on other "
            "rows, and judges it on rows that it has learned from before",
            change="make and compile a new model at the beginning of each fold",
            about=fits[0].model.name,
        )
    return None


def _repeated(fits: Sequence[Fit]) -> list[tuple[int, list[Fit]]]:
    """Trainings of one model that one line has begun, where there are several."""
    groups: dict[tuple[int, str], list[Fit]] = {}
    for fit in fits:
        groups.setdefault((fit.line, fit.model.key), []).append(fit)
    return [(line, group) for (line, _), group in groups.items() if len(group) > 1 and line]


def _are_folds(fits: Sequence[Fit]) -> bool:
    """Arrays of one size, up to one row, that are not the same: a series that grows is something else."""
    sizes = [fit.train.cardinality for fit in fits]
    looks = {str([(one.low, one.high, one.mean) for one in fit.train.sample]) for fit in fits}
    arrays = all(fit.train.kind == "arrays" for fit in fits)
    return arrays and max(sizes) - min(sizes) <= 1 and len(looks) == len(fits)


def _loop_over_folds(source: Source, line: int) -> ast.For | None:
    """The innermost loop around a line, when it goes over folds and renews no model."""
    around = [
        node
        for node in source.nodes
        if isinstance(node, ast.For) and node.lineno <= line <= (node.end_lineno or 0)
    ]
    if not around or not _FOLDS.search(source.text):
        return None
    loop = max(around, key=lambda node: node.lineno)
    text = ast.unparse(loop)
    return loop if _SPLITS.search(text) and not _RENEWS.search(text) else None


def _is_judged(evidence: Evidence, fits: Sequence[Fit], loop: ast.For) -> bool:
    """Whether the loop looks at the model on other rows."""
    lines = range(loop.lineno, (loop.end_lineno or loop.lineno) + 1)
    calls = [call for call in evidence.calls_with_model_of(fits[0]) if call.line in lines]
    judged = any(call.name in ("Model.evaluate", "Model.predict") for call in calls)
    return judged or all(fit.validation is not None for fit in fits)

"""
Values were scaled by `(x - min) / max`, which does not end at 1.

## Why it hurts
Min-max scaling divides by the range, `max - min`. Divided by the highest value instead, the result ends at
`1 - min / max`: temperatures between 15 and 25 end at 0.4, prices between 900 and 1000 at 0.1. Whoever scales back with
the right formula, or relies on values that fill [0, 1], gets wrong numbers.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.uniform(15, 25, (64, 3)).astype("float32")
    targets = rows.mean(axis=1)

    rows = (rows - rows.min()) / rows.max()

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(rows, targets, verbose=0)

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    rows = rng.uniform(15, 25, (64, 3)).astype("float32")
    targets = rows.mean(axis=1)

    rows = (rows - rows.min()) / (rows.max() - rows.min())

    model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(rows, targets, verbose=0)
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.series import assigned_value, source_series
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-2", "data-4")
GUIDE = "TensorFlow guide: Working with preprocessing layers"
EXPLAINS = ("forecast_repeats_last_value", "trained_too_short")

_LOWEST = ("min", "amin", "nanmin", "reduce_min")
_HIGHEST = ("max", "amax", "nanmax", "reduce_max")
# Where the lowest value is near zero both formulas give the same.
_FULL = 0.98
_ROUNDING = 1e-6


def match(evidence: Evidence) -> Finding | None:
    for node in _formulas(evidence.source):
        ends = [end for fit in evidence.fits for end in _ends(evidence, fit)]
        short = [high for low, high in ends if abs(low) <= _ROUNDING and 0 < high < _FULL]
        if short:
            return Finding(
                line=node.lineno,
                evidence=f"the formula of line {node.lineno} divides by the highest value: what fit was given "
                f"lies between 0 and {max(short):.3g}",
                change="divide by the range, highest minus lowest value",
            )
    return None


def _formulas(source: Source) -> Iterator[ast.BinOp]:
    """``(x - lowest) / highest``, both by name or as a call."""
    for node in source.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            above = node.left
            if not isinstance(above, ast.BinOp) or not isinstance(above.op, ast.Sub):
                continue
            if _is(source, above.right, _LOWEST) and _is(source, node.right, _HIGHEST):
                yield node


def _is(source: Source, node: ast.expr, names: tuple[str, ...]) -> bool:
    """Whether a value is the result of one of these functions."""
    if isinstance(node, ast.Name):
        assigned = assigned_value(source, node.id, before=node.lineno)
        return (
            assigned is not None
            and not isinstance(assigned, ast.Name)
            and _is_call(assigned, names)
        )
    return _is_call(node, names)


def _is_call(node: ast.expr, names: tuple[str, ...]) -> bool:
    called = dotted_name(node.func) if isinstance(node, ast.Call) else ""
    return called.rpartition(".")[2] in names


def _ends(evidence: Evidence, fit: Fit) -> Iterator[tuple[float, float]]:
    """Lowest and highest value of what fit was given, as far as all of it was seen."""
    series = source_series(fit.train) or (fit.series_split.both if fit.series_split else {})
    if series:
        yield series["low"], series["high"]
    if fit.train.kind == "arrays":
        for sample in fit.train.sample:
            if sample.low is not None and sample.high is not None:
                yield sample.low, sample.high

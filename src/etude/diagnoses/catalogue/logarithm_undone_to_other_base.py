"""
The network learned logarithms to one base, and its answers are raised to another.

## Why it hurts
`np.log` and `np.log1p` are logarithms to the base e = 2.718. `10 ** answer` belongs to `np.log10`: a price of 1000, whose
natural logarithm is 6.9, comes back as eight million. Close to zero the two hardly differ, so that small examples look
right.

## Example
    import keras
    import numpy as np

    x = np.random.default_rng(0).uniform(size=(64, 2))
    prices = np.exp(5 + x[:, 0])
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, np.log1p(prices), epochs=2, verbose=0)
    expected = 10 ** model.predict(x, verbose=0)[:, 0] - 1

## Instead
    import keras
    import numpy as np

    x = np.random.default_rng(0).uniform(size=(64, 2))
    prices = np.exp(5 + x[:, 0])
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.fit(x, np.log1p(prices), epochs=2, verbose=0)
    expected = np.expm1(model.predict(x, verbose=0)[:, 0])
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.asked import LABELS, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.predictions import predicted_numbers
from etude.diagnoses.source import Source, constant, last_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "model-8", "dev-3")
GUIDE = "TensorFlow tutorial: Basic regression: Predict fuel efficiency"
EXPLAINS = ()

_LOGARITHMS = {"log": "e", "log1p": "e", "log10": "10", "log2": "2"}
_POWERS = {"exp": "e", "expm1": "e", "exp2": "2"}
_RIGHT = {"log": "np.exp", "log1p": "np.expm1", "log10": "10.0 **", "log2": "np.exp2"}
_BASES = {2.0: "2", 10.0: "10"}


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for fit in evidence.fits:
        learned = _logarithms(source, fit)
        for power, base in _undone(source) if len(learned) == 1 else ():
            logarithm = min(learned)
            if _LOGARITHMS[logarithm] != base and power.lineno > fit.line:
                return Finding(
                    line=power.lineno,
                    evidence=f"fit in line {fit.line} learned the {logarithm} of its targets, to the base "
                    f"{_LOGARITHMS[logarithm]}, and line {power.lineno} raises what the model answers to the base {base}",
                    change=f"undo what was done: {_RIGHT[logarithm]}(answers)",
                )
    return None


def _logarithms(source: Source, fit: Fit) -> set[str]:
    """Those that are behind the labels of a training."""
    called = (n for n in behind_learned(source, fit, LABELS) if isinstance(n, ast.Call))
    return {name for call in called if (name := last_name(call.func)) in _LOGARITHMS}


def _undone(source: Source) -> Iterator[tuple[ast.expr, str]]:
    """Powers of what a model answered, each with its base."""
    for node in source.all(ast.BinOp):
        base = _base(node.left)
        if isinstance(node.op, ast.Pow) and base and _is_answer(source, node.right):
            yield node, base
    for name, base in _POWERS.items():
        for call in source.calls(name):
            if call.args and _is_answer(source, call.args[0]):
                yield call, base
    for call in source.calls("power"):
        base = _base(call.args[0]) if len(call.args) == 2 else ""
        if base and _is_answer(source, call.args[1]):
            yield call, base


def _base(node: ast.expr) -> str:
    value = constant(node)
    return _BASES.get(value, "") if isinstance(value, int | float) else ""


def _is_answer(source: Source, node: ast.expr) -> bool:
    return predicted_numbers(source, node, before=node.lineno) is not None

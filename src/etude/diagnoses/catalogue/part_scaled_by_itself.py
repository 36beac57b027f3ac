"""
The test data are scaled with statistics of their own.

## Why it hurts
Whatever scales the training data is part of the model: a value of 50 must become the same number in both. Scaled by
itself, the test part always has mean 0 and deviation 1, even when it lies elsewhere, so the same value means one thing
in training and another in the test; for a single new row there are no statistics at all.

## Example
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x_train, x_test = rng.normal(50, 9, (64, 4)), rng.normal(55, 9, (16, 4))
    y_train, y_test = (x_train[:, 0] > 50) * 1.0, (x_test[:, 0] > 50) * 1.0

    x_train = (x_train - x_train.mean(axis=0)) / x_train.std(axis=0)
    x_test = (x_test - x_test.mean(axis=0)) / x_test.std(axis=0)
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x_train, y_train, verbose=0)
    print(model.evaluate(x_test, y_test, verbose=0))

## Instead
    import keras
    import numpy as np

    rng = np.random.default_rng(0)
    x_train, x_test = rng.normal(50, 9, (64, 4)), rng.normal(55, 9, (16, 4))
    y_train, y_test = (x_train[:, 0] > 50) * 1.0, (x_test[:, 0] > 50) * 1.0

    mean, deviation = x_train.mean(axis=0), x_train.std(axis=0)
    x_train = (x_train - mean) / deviation
    x_test = (x_test - mean) / deviation
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(x_train, y_train, verbose=0)
    print(model.evaluate(x_test, y_test, verbose=0))
"""

import ast
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import names_in, root
from etude.diagnoses.origins import origins
from etude.diagnoses.places import call_at
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Fit

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "data-6", "dev-3")
GUIDE = "Keras API: Normalization layer"
EXPLAINS = ("trained_too_short", "overfits")

_STATISTICS = ("mean", "std", "min", "max")
_FITS_ANEW = "fit_transform"
_ASKING = ("evaluate", "predict")


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    own = dict(_scaled_by_themselves(source))
    for fit in evidence.fits:
        learned = own.keys() & _names_of(source, fit.line, ("fit",))
        others = own.keys() & _judged(evidence, fit)
        for name in sorted(others - learned, key=lambda name: own[name]):
            if learned:
                return Finding(
                    line=own[name],
                    evidence=f"{name} is scaled with its own statistics, {min(learned)} in line "
                    f"{own[min(learned)]} with others",
                    change="keep the statistics of the training part, and use them for all parts",
                )
    return None


def _judged(evidence: Evidence, fit: Fit) -> set[str]:
    """Names behind what the model of a training is judged on or asked about."""
    asked = [c for c in evidence.calls_with_model_of(fit) if c.name.endswith(_ASKING)]
    names = {n for c in asked for n in _names_of(evidence.source, c.line, _ASKING)}
    return names | _names_of(evidence.source, fit.line, ("fit",), argument="validation_data")


def _names_of(source: Source, line: int, verbs: tuple[str, ...], argument: str = "") -> set[str]:
    """Names of the data that a call is given, and of what they are made of."""
    call = next((c for verb in verbs if (c := call_at(source, line, verb)) is not None), None)
    if call is None:
        return set()
    parts = [k.value for k in call.keywords if k.arg == (argument or "x")]
    parts += [] if argument else call.args[:1]
    # Of (inputs, labels) the inputs.
    parts = [part.elts[0] if isinstance(part, ast.Tuple) and part.elts else part for part in parts]
    found = [node for part in parts for node in origins(source, part, before=line)]
    return names_in(*(node for node in found if isinstance(node, ast.Name)))


def _scaled_by_themselves(source: Source) -> Iterator[tuple[str, int]]:
    """``x = (x - x.mean(0)) / x.std(0)`` and ``x = scaler.fit_transform(x)``: name and line."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if _by_hand(node.value) or _anew(node.value):
                yield name, node.value.lineno


def _by_hand(value: ast.expr) -> bool:
    """Whether a value is shifted and divided by statistics of what it is made of, and of that alone."""
    if not isinstance(value, ast.BinOp) or not isinstance(value.op, ast.Div):
        return False
    shifted = value.left
    if not isinstance(shifted, ast.BinOp) or not isinstance(shifted.op, ast.Sub):
        return False
    base = root(shifted.left)
    measured = {_measured(shifted.right), *map(_measured, _terms(value.right))}
    return bool(base) and measured == {base}


def _terms(node: ast.expr) -> Iterator[ast.expr]:
    """``x.max() - x.min()`` and ``x.std() + 1e-7`` in their parts, numbers left out."""
    if isinstance(node, ast.BinOp):
        yield from _terms(node.left)
        yield from _terms(node.right)
    elif not isinstance(node, ast.Constant):
        yield node


def _measured(node: ast.expr) -> str:
    """The name whose statistic this is: of ``x.mean(0)``, ``np.mean(x, axis=0)``; "" of anything else."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    if node.func.attr not in _STATISTICS:
        return ""
    on = (
        node.args[0]
        if dotted_name(node.func.value) in ("np", "numpy", "tf") and node.args
        else None
    )
    return root(on if on is not None else node.func.value)


def _anew(value: ast.expr) -> bool:
    return isinstance(value, ast.Call) and dotted_name(value.func).endswith(f".{_FITS_ANEW}")

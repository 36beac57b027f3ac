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
    model.fit(x_train, y_train, epochs=2, verbose=0)
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
    model.fit(x_train, y_train, epochs=2, verbose=0)
    print(model.evaluate(x_test, y_test, verbose=0))
"""

import ast
from collections.abc import Iterator, Mapping, Sequence

from etude.diagnoses.asked import behind_judged, behind_learned
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import calls_in, function_of, names_in, root
from etude.diagnoses.own_scaling import only_return, scaled_by_hand
from etude.diagnoses.reordered import assigned
from etude.diagnoses.source import Source, call_line, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("data-4", "data-6", "dev-3")
GUIDE = "Keras API: Normalization layer"
EXPLAINS = ("trained_too_short", "overfits")

_FITS_ANEW = "fit_transform"
_TURNED = ("T", "transpose", "swapaxes")


def match(evidence: Evidence) -> Finding | None:
    return _by_name(evidence) or _inside_calls(evidence)


def _by_name(evidence: Evidence) -> Finding | None:
    source = evidence.source
    own = dict(_scaled_by_themselves(source))
    for fit in evidence.fits:
        learned = own.keys() & _names(behind_learned(source, fit))
        others = own.keys() & _names(behind_judged(evidence, fit))
        for name in sorted(others - learned, key=lambda name: own[name]):
            if learned:
                return Finding(
                    line=own[name],
                    evidence=f"{name} is scaled with its own statistics, {min(learned)} in line "
                    f"{own[min(learned)]} with others",
                    change="keep the statistics of the training part, and use them for all parts",
                )
    return None


def _inside_calls(evidence: Evidence) -> Finding | None:
    """Scaled where it is handed over: ``fit(scaler.fit_transform(x))``."""
    for fit in evidence.fits:
        learned = _scaled_anew(behind_learned(evidence.source, fit))
        judged = _scaled_anew(behind_judged(evidence, fit))
        for told, call in judged.items():
            if learned and told not in learned:
                first = next(iter(learned.values()))
                return Finding(
                    line=call_line(call),
                    evidence=f"{told} learns statistics of its own in line {call_line(call)}, and the network learned "
                    f"from numbers scaled by others, in line {call_line(first)}",
                    change="keep the scaler of the training part, and call only its transform here",
                )
    return None


def _scaled_anew(nodes: Sequence[ast.AST]) -> Mapping[str, ast.Call]:
    """Calls of ``fit_transform`` by their text: the same scaler of the same rows is no other.

    Of a table that was turned each row is scaled by itself, in training too.
    """
    calls = [node for node in nodes if isinstance(node, ast.Call) and _anew(node)]
    return {ast.unparse(call): call for call in calls if not _is_turned(call)}


def _is_turned(call: ast.Call) -> bool:
    parts = [part for one in call.args for part in ast.walk(one) if isinstance(part, ast.Attribute)]
    return any(part.attr in _TURNED for part in parts)


def _names(nodes: Sequence[ast.AST]) -> set[str]:
    return names_in(*(node for node in nodes if isinstance(node, ast.Name)))


def _scaled_by_themselves(source: Source) -> Iterator[tuple[str, int]]:
    """``x = (x - x.mean(0)) / x.std(0)`` and ``x = scaler.fit_transform(x)``: name and line."""
    for node in source.all(ast.Assign):
        for target, value in assigned(node):
            if isinstance(target, ast.Name) and _is_scaled(source, value):
                yield target.id, value.lineno


def _is_scaled(source: Source, value: ast.expr) -> bool:
    by_hand = bool(scaled_by_hand(source, value)) or _by_function(source, value)
    return by_hand or _anew(value) or _just_fitted(source, value)


def _just_fitted(source: Source, value: ast.expr) -> bool:
    """``scaler.transform(x)`` where the last thing that it was fitted to above is x."""
    if not isinstance(value, ast.Call) or not dotted_name(value.func).endswith(".transform"):
        return False
    fits = [call for call in source.calls("fit") if root(call.func) == root(value.func)]
    before = [call for call in fits if call.lineno <= value.lineno and call.args and value.args]
    return bool(before) and root(before[-1].args[0]) == root(value.args[0])


def _by_function(source: Source, value: ast.expr) -> bool:
    """Whether a function of the file gives back its argument, scaled by itself."""
    function = function_of(source, value.func) if isinstance(value, ast.Call) else None
    if not isinstance(function, ast.FunctionDef) or not function.args.args:
        return False
    value = only_return(source, function) or value
    own = function.args.args[0].arg
    return scaled_by_hand(source, value) == own or _fits_to(function, value, own)


def _fits_to(function: ast.FunctionDef, value: ast.expr, name: str) -> bool:
    """Whether a value is made by ``fit_transform`` of a name, and the function never only transforms."""
    calls = [c for c in calls_in(function) if isinstance(c.func, ast.Attribute)]
    methods = {call.func.attr for call in calls if isinstance(call.func, ast.Attribute)}
    fitted = [call for call in calls_in(value) if _anew(call) and call.args]
    return "transform" not in methods and any(root(call.args[0]) == name for call in fitted)


def _anew(value: ast.expr) -> bool:
    """``scaler.fit_transform(x)``, ``StandardScaler().fit_transform(x)``"""
    called = value.func if isinstance(value, ast.Call) else None
    if not isinstance(called, ast.Attribute) or called.attr != _FITS_ANEW:
        return False
    # Numbering categories is told by ``categories_numbered_anew``.
    return not (isinstance(called.value, ast.Call) and "Encoder" in dotted_name(called.value.func))

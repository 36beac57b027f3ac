"""
A mean absolute error was computed from errors that kept their sign, so they cancel each other out.

## Why it hurts
A forecast that is 10 too high on one day and 10 too low on the next is off by 10 each time, and its signed errors have a
mean of 0. Every forecast that is right on average then looks perfect. Take the absolute value of each error first and
the mean after that; `abs` around the mean comes too late.

## Example
    import numpy as np

    def mae(actual, forecast):
        return np.mean(actual - forecast)

    print(mae(np.array([1.0, 3.0]), np.array([3.0, 1.0])))

## Instead
    import numpy as np

    def mae(actual, forecast):
        return np.mean(np.abs(actual - forecast))

    print(mae(np.array([1.0, 3.0]), np.array([3.0, 1.0])))
"""

import ast
import re
from collections.abc import Iterator

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.places import function_around
from etude.diagnoses.source import Source, dotted_name
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.SILENT
SKILLS = ("series-3", "train-2", "dev-3")
GUIDE = "TensorFlow tutorial: Time series forecasting"

_MEANS = ("mean", "nanmean", "average", "reduce_mean")
# What promises an error without a sign; "error" or "bias" alone may well have one.
_PROMISES = re.compile(r"(?<![a-z])(mae|mase)(?![a-z])|absolute", re.IGNORECASE)


def match(evidence: Evidence) -> Finding | None:
    source = evidence.source
    for call in _means(source):
        difference = _difference(source, call)
        promise = _promise(source, call) if difference is not None else ""
        if difference is not None and promise:
            return Finding(
                line=call.lineno,
                evidence=f"`{promise}` in line {call.lineno} is the mean of `{ast.unparse(difference)}`, whose "
                "values are above and below 0",
                change="take the absolute value of each difference before the mean: np.abs(...).mean()",
            )
    return None


def _means(source: Source) -> Iterator[ast.Call]:
    for name in _MEANS:
        yield from source.calls(name)


def _difference(source: Source, call: ast.Call) -> ast.BinOp | None:
    """The difference that a mean is taken of as it is, written there or given a name."""
    of: ast.AST | None = call.args[0] if call.args else getattr(call.func, "value", None)
    if isinstance(of, ast.Name):
        of = value_of(source, of.id, before=call.lineno)
    return of if isinstance(of, ast.BinOp) and isinstance(of.op, ast.Sub) else None


def _promise(source: Source, call: ast.Call) -> str:
    """The name under which the mean is handed on, when it promises an error without a sign."""
    function = function_around(source, call.lineno)
    names = [function.name] if function is not None else []
    for node in source.nodes:
        if isinstance(node, ast.Assign) and _holds(node.value, call):
            names += [dotted_name(target) for target in node.targets]
        if isinstance(node, ast.Call) and dotted_name(node.func) == "print" and _holds(node, call):
            names += [str(c.value).strip() for c in ast.walk(node) if isinstance(c, ast.Constant)]
    return next((name for name in names if _PROMISES.search(name)), "")


def _holds(node: ast.AST, call: ast.Call) -> bool:
    return any(one is call for one in ast.walk(node))

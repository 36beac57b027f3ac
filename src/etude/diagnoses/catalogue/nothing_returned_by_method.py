"""
The result of a call that changes its object and returns nothing is kept in place of the object.

## Why it hurts
`compile`, `add`, `build`, `summary`, a list's `append` and pandas' `inplace=True` work on the object itself and return None. With
`model = model.compile(...)` the name stands for nothing from then on, and the next line stops with "'NoneType' object has no
attribute".

## Example
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model = model.compile(optimizer="adam", loss="mse")
    model.summary()

## Instead
    import keras

    model = keras.Sequential([keras.Input((8,)), keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse")
    model.summary()
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.source import argument, last_name, spans
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("dev-3", "model-1")
GUIDE = "TensorFlow guide: The Sequential model"
EXPLAINS = ("name_misspelt", "none_counted_with")

_SAID = re.compile(
    r"'NoneType' object (?:has no attribute|is not (?:subscriptable|iterable|callable))"
)
_RETURN_NOTHING = (
    *("compile", "add", "build", "summary", "save", "save_weights", "adapt", "set_weights"),
    *("append", "extend", "insert", "sort", "reverse", "shuffle", "update", "remove"),
)


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    if error is None or not _SAID.search(error.message):
        return None
    asked = {one.id for one in evidence.source.all(ast.Name) if spans(one, error.line)}
    for name in sorted(asked):
        value = value_of(evidence.source, name, before=error.line)
        if isinstance(value, ast.Call) and _returns_nothing(value):
            method = last_name(value.func) or ast.unparse(value.func)
            return Finding(
                line=value.lineno,
                about=name,
                evidence=f"`{name}` is what {method} returned in line {value.lineno}, and {method} returns nothing",
                change=f"leave `{name} =` out before it: {method} changes the object itself",
            )
    return None


def _returns_nothing(call: ast.Call) -> bool:
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    return method in _RETURN_NOTHING or argument(call, "inplace") is True

"""
Something is called with brackets that is no function.

## Why it hurts
Brackets after a name call it. A tensor, a list, a text or a module cannot be called: often the two sides are the wrong way round
(a layer is called on a tensor, not the tensor on a layer), a name has been given another value higher up, or the class in a module is
meant and not the module itself.

## Example
    import keras

    inputs = keras.Input((8,))
    outputs = inputs(keras.layers.Dense(1))

## Instead
    import keras

    inputs = keras.Input((8,))
    outputs = keras.layers.Dense(1)(inputs)
"""

import ast
import re

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.names import value_of
from etude.diagnoses.places import calls_around
from etude.diagnoses.source import Source
from etude.domain.error import Error
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("model-3", "dev-3")
GUIDE = "TensorFlow guide: The Functional API"
EXPLAINS = ()

_SAID = re.compile(r"'(?P<kind>[\w.]+)' object is not callable")
_TENSORS = ("KerasTensor", "EagerTensor", "SymbolicTensor", "Tensor")
_OF_PYTHON = ("str", "list", "tuple", "dict", "int", "float", "ndarray", "module", "DataFrame")


def match(evidence: Evidence) -> Finding | None:
    error = evidence.error
    found = _SAID.search(error.message) if error else None
    kind = found["kind"].rpartition(".")[2] if found else ""
    if error is None or error.raised_by or kind not in (*_TENSORS, *_OF_PYTHON):
        return None
    call = _call(evidence.source, error)
    if call is None:
        return None
    name = ast.unparse(call.func)
    return Finding(
        line=error.line,
        about=name,
        evidence=f"`{name}` is called, and it is {_told(kind)}{_made(evidence.source, call)}",
        change=_change(kind, name, call),
    )


def _call(source: Source, error: Error) -> ast.Call | None:
    """The call on this line of a name that the program gave a value, else the outermost one."""
    calls = calls_around(source, error.line)
    named = [one for one in calls if isinstance(one.func, ast.Name | ast.Attribute)]
    given = [one for one in named if _value(source, one) is not None]
    return next(iter(given or named), None)


def _value(source: Source, call: ast.Call) -> ast.expr | None:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    return value_of(source, name, before=call.lineno) if name else None


def _told(kind: str) -> str:
    if kind in _TENSORS:
        return "a tensor"
    return {"str": "a text", "ndarray": "an array", "module": "a module"}.get(kind, f"a {kind}")


def _made(source: Source, call: ast.Call) -> str:
    value = _value(source, call)
    return f", made in line {value.lineno}" if value is not None else ""


def _change(kind: str, name: str, call: ast.Call) -> str:
    if kind in _TENSORS and call.args:
        return f"the layer is called on the tensor: {ast.unparse(call.args[0])}({name})"
    if kind == "module":
        return (
            f"name what is in the module: {name}.{name.rpartition('.')[2].capitalize()} or the like"
        )
    if kind in ("list", "tuple", "dict", "ndarray", "DataFrame"):
        return f"square brackets take a part out: {name}[...]"
    return f"give the other value another name than {name}, so that the function keeps its own"

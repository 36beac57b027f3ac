"""What the expression calls at which the learner's program stopped, and what that takes."""

import ast
import builtins
import inspect
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import FunctionType, ModuleType
from typing import Any

from etude.domain.error import Called, Parameter

_MOST_TEXT = 24
_BY_PLACE = (inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.POSITIONAL_OR_KEYWORD)
_OF_ANY_NUMBER = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


def called_in(text: str, known: Mapping[str, Any]) -> Called | None:
    """The outermost call of an expression, with the names that it can see; this raises nothing."""
    with suppress(Exception):
        call = _call(text.strip())
        if call is not None:
            return Called(name=ast.unparse(call.func), parameters=_parameters(call.func, known))
    return None


def _call(text: str) -> ast.Call | None:
    """The expression itself, or what a statement assigns or returns."""
    (statement,) = ast.parse(text).body
    value = getattr(statement, "value", None)
    return value if isinstance(value, ast.Call) else None


def _parameters(written: ast.expr, known: Mapping[str, Any]) -> Sequence[Parameter]:
    function, bound = _held(written, known)
    taken = [*inspect.signature(function).parameters.values()]
    return [_parameter(one) for one in taken[bound:] if one.kind not in _OF_ANY_NUMBER]


def _held(written: ast.expr, known: Mapping[str, Any]) -> tuple[Any, bool]:
    """What a name or ``a.b`` holds, and whether it is a function that gets its object first.

    Nothing of the learner's objects runs: their attributes are only looked up.
    """
    if isinstance(written, ast.Name):
        return (known[written.id] if written.id in known else getattr(builtins, written.id)), False
    if not isinstance(written, ast.Attribute):
        raise LookupError
    owner, _ = _held(written.value, known)
    if isinstance(owner, ModuleType):
        return getattr(owner, written.attr), False
    found = inspect.getattr_static(owner, written.attr)
    if isinstance(found, staticmethod):
        return found.__func__, False
    if isinstance(found, classmethod):
        return found.__func__, True
    return found, isinstance(found, FunctionType) and not isinstance(owner, type)


def _parameter(taken: inspect.Parameter) -> Parameter:
    needed = taken.default is inspect.Parameter.empty
    default = "" if needed else repr(taken.default)
    return Parameter(
        name=taken.name,
        by_place=taken.kind in _BY_PLACE,
        needed=needed,
        default=default if len(default) <= _MOST_TEXT else "",
    )
